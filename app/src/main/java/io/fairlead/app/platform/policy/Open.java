package io.fairlead.app.platform.policy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A route that needs no permission, and why: a sign-in page, or one that shows only the viewer's
/// own.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Open {
  /// Why nothing needs to be checked.
  String because();

  /// Whether it answers people who are not signed in.
  boolean toAnyone() default false;

  /// The scope an API token needs; empty for pages.
  String scope() default "";
}
