package org.cumulet.compute.web;

/// Where something is found: `self` with the API's version, `bookmark` without, `next` page.
public record Link(String rel, String href) {}
