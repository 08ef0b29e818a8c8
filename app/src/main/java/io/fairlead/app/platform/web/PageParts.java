package io.fairlead.app.platform.web;

import gg.jte.Content;

/// Lets a module put a part of its own into a page of another: a template that declares `@param
/// Frame frame` and `@param … page`, like any page, and stands where that page lets it.
public interface PageParts {
  /// @param name of the template, such as `talk/panel`
  Content of(String name, Frame frame, Object page);
}
