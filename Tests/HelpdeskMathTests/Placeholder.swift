import HelpdeskMath
import Testing
