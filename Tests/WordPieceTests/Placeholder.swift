import WordPiece
import Testing
