package io.fairlead.app.platform.web;

/// One choice of a select or a group of radios.
public record Option(String value, String words) {}
