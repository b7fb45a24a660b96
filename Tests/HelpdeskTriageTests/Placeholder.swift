import HelpdeskTriage
import Testing
