package io.fairlead.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A browser without a screen: keeps cookies, follows no redirect, sends the CSRF token of the last
/// page.
public final class Visitor {
  private static final Pattern CSRF =
      Pattern.compile("<meta name=\"csrf-token\" content=\"([^\"]*)\"");

  private final HttpClient client;
  private final String address;
  private final CookieManager cookies = new CookieManager();
  private String csrf = "";

  Visitor(String address, @Nullable String session) {
    this.address = address;
    if (session != null) {
      session(session);
    }
    this.client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();
  }

  /// Goes on in another session, with nothing of the one before but the CSRF token.
  public void session(String value) {
    List.copyOf(cookies.getCookieStore().getCookies()).stream()
        .filter(cookie -> !cookie.getName().equals("fairlead-csrf"))
        .forEach(cookie -> cookies.getCookieStore().remove(URI.create(address), cookie));
    HttpCookie cookie = new HttpCookie("fairlead", value);
    cookie.setPath("/");
    cookie.setDomain(URI.create(address).getHost());
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(address), cookie);
  }

  /// Somebody at a server that runs in another process, not signed in.
  public static Visitor at(String address) {
    return new Visitor(address, null);
  }

  public HttpResponse<String> page(String path, String... headers) {
    HttpResponse<String> response =
        send(request(path, headers).header("Accept", "text/html,*/*;q=0.8").GET());
    Matcher token = CSRF.matcher(response.body());
    if (token.find()) {
      csrf = token.group(1);
    }
    return response;
  }

  /// Posts a form: names and values in turn. A page must have been opened before, as in a browser.
  public HttpResponse<String> post(String path, String... namesAndValues) {
    String form =
        IntStream.iterate(0, i -> i < namesAndValues.length, i -> i + 2)
            .mapToObj(i -> encoded(namesAndValues[i]) + "=" + encoded(namesAndValues[i + 1]))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-XSRF-TOKEN", csrf)
            .POST(BodyPublishers.ofString(form)));
  }

  /// An API request with the session's cookie and CSRF token, or with a bearer token among the
  /// headers.
  public HttpResponse<String> json(
      String method, String path, @Nullable String body, String... headers) {
    return send(
        request(path, headers)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", csrf)
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  /// Posts what a program or another kind of form sends.
  public HttpResponse<String> send(String path, String contentType, String body) {
    return send(
        request(path)
            .header("Accept", "text/html,*/*;q=0.8")
            .header("Content-Type", contentType)
            .header("X-XSRF-TOKEN", csrf)
            .POST(BodyPublishers.ofString(body)));
  }

  /// The cookies and the token as header lines, for what sends its bytes itself.
  public String headers() {
    String cookie =
        cookies.getCookieStore().getCookies().stream()
            .map(it -> it.getName() + "=" + it.getValue())
            .collect(Collectors.joining("; "));
    return "Cookie: %s\r\nX-XSRF-TOKEN: %s\r\n".formatted(cookie, csrf);
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    if (headers.length > 0) {
      request.headers(Arrays.copyOf(headers, headers.length));
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
