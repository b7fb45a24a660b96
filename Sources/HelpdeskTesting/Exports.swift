// The fakes are written against these modules; a test that imports HelpdeskTesting has them in reach.
