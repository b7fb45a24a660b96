import VectorSearch
import Testing
