package io.fairlead.app.platform.web;

/// The seen-by line: one sentence that says who can read what stands below it, made from the policy
/// rows, and the address of the row it comes from.
public record SeenBy(String sentence, String href) {}
