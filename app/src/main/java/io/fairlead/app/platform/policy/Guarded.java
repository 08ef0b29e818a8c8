package io.fairlead.app.platform.policy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares which permission a route needs. Every handler method of every controller carries it or
/// `@Open`; a test walks all routes and fails on one that does not.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Guarded {
  /// The record type of the policy row.
  String record();

  /// The act of the policy row.
  String act();

  /// The field class of the policy row.
  String fields();

  /// The scope an API token needs, such as `goals:read`; empty for pages.
  String scope() default "";
}
