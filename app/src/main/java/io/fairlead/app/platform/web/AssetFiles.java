package io.fairlead.app.platform.web;

import io.fairlead.app.platform.policy.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Serves the assets: kept by browsers for a year, since a changed file has another address.
@Controller
class AssetFiles {
  private static final String PREFIX = "/assets/";
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final Assets assets;

  AssetFiles(Assets assets) {
    this.assets = assets;
  }

  @GetMapping("/assets/**")
  @Open(because = "style sheets, scripts and fonts say nothing about anybody", toAnyone = true)
  ResponseEntity<Resource> file(HttpServletRequest request) {
    return assets
        .at(request.getRequestURI().substring(PREFIX.length()))
        .map(asset -> answer(asset, request))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static ResponseEntity<Resource> answer(Assets.Asset asset, HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    boolean gzip = asset.compressed().isPresent() && accepted != null && accepted.contains("gzip");
    var response =
        ResponseEntity.ok()
            .cacheControl(FOR_EVER)
            .header(HttpHeaders.CONTENT_TYPE, asset.type())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    return gzip
        ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(asset.compressed().get())
        : response.body(asset.content());
  }
}
