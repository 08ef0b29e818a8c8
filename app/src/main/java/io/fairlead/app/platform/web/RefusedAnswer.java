package io.fairlead.app.platform.web;

import io.fairlead.app.platform.Reason;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// What is answered when a request cannot be served: a status, why, and headers that belong to it.
record RefusedAnswer(HttpStatus status, List<Reason> reasons, HttpHeaders headers) {
  static RefusedAnswer of(HttpStatus status, Reason reason) {
    return new RefusedAnswer(status, List.of(reason), new HttpHeaders());
  }

  RefusedAnswer with(String header, String value) {
    HttpHeaders more = new HttpHeaders();
    more.addAll(headers);
    more.add(header, value);
    return new RefusedAnswer(status, reasons, more);
  }
}
