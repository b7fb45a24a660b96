import HelpdeskTesting
import Testing
