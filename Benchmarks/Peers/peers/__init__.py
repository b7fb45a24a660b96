"""Puts swift-helpdesk and the systems that do the same work into one run."""
