package io.fairlead.app.platform.web;

import java.time.Duration;

/// Every limit of the product in one place; the documentation names them, tests hold them.
public final class Limits {
  private Limits() {}

  /// Rows a page of a table shows.
  public static final int ROWS_A_PAGE = 50;

  /// Rows an API page returns at most.
  public static final int API_ROWS = 200;

  /// Things that one API request makes or changes, each for itself; check-ins, which cost together
  /// as little as one, have a higher limit of their own.
  public static final int BULK = 100;

  /// Hits a search shows.
  public static final int FOUND = 20;

  /// Characters of one line, such as a title.
  public static final int LINE = 200;

  /// Characters of a text someone writes.
  public static final int TEXT = 10_000;

  /// Bytes of an uploaded file; `spring.servlet.multipart.max-file-size` says the same.
  public static final long UPLOAD = 50L * 1024 * 1024;

  /// Bytes of a form or an API request without a file; `server.tomcat.max-http-form-post-size` says
  /// the same.
  public static final long FORM = 2L * 1024 * 1024;

  /// Rows of an export; more is refused with the advice to filter.
  public static final int EXPORT_ROWS = 1_000_000;

  /// Changing requests that one person or token may send in a minute.
  public static final int WRITES_A_MINUTE = 300;

  /// Requests of any kind that one person or token may send in a minute.
  public static final int REQUESTS_A_MINUTE = 3_000;

  /// Requests of the API that one network address may send in a minute, with whatever tokens.
  public static final int REQUESTS_A_MINUTE_FROM_ADDRESS = 6_000;

  /// Requests of the API without a token that works that one network address may send in a minute.
  public static final int STRANGERS_A_MINUTE_FROM_ADDRESS = 60;

  /// How long what was done can be taken back.
  public static final Duration UNDO = Duration.ofDays(1);
}
