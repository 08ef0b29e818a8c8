package io.fairlead.app.framework;

import io.fairlead.app.platform.policy.Open;
import io.fairlead.methods.framework.FrameworkSchema;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The framework's JSON Schema at an address that an editor can fetch without signing in.
@RestController
class PublishedSchema {
  private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

  @GetMapping("/schemas/framework.json")
  @Open(because = "what a document may say tells nothing about what one says", toAnyone = true)
  ResponseEntity<String> schema() {
    return ResponseEntity.ok().contentType(SCHEMA).body(FrameworkSchema.json());
  }
}
