import HelpdeskFiles
import Testing
