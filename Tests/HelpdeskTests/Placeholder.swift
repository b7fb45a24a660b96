import Helpdesk
import Testing
