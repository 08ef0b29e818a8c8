package io.fairlead.app.platform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How a table is looked at: its sort, filters and page, all in the address, so that a link keeps
/// them and Back works. Unknown sort keys fall back to the first one; a store maps keys to columns
/// and never pastes them.
///
/// @param filters what else stands in the address, such as `q`, in order
/// @param page from 1
public record TableView(
    String path, Map<String, String> filters, String sort, boolean descending, int page) {
  public static final int ROWS = Limits.ROWS_A_PAGE;

  /// Reads the view from a request's parameters.
  ///
  /// @param keys the sort keys that the table knows, the standard one first
  public static TableView of(String path, Map<String, String> parameters, List<String> keys) {
    String asked = parameters.getOrDefault("sort", keys.getFirst());
    boolean descending = asked.startsWith("-");
    String key = descending ? asked.substring(1) : asked;
    boolean known = keys.contains(key);
    Map<String, String> filters = new LinkedHashMap<>(parameters);
    filters.keySet().removeAll(List.of("sort", "page"));
    filters.values().removeIf(String::isBlank);
    return new TableView(
        path,
        filters,
        known ? key : keys.getFirst(),
        known && descending,
        page(parameters.get("page")));
  }

  private static int page(@Nullable String asked) {
    if (asked == null || !asked.matches("[1-9][0-9]{0,6}")) {
      return 1;
    }
    return Integer.parseInt(asked);
  }

  /// The same rows from another page on.
  public TableView from(int other) {
    return new TableView(path, filters, sort, descending, other);
  }

  public int offset() {
    return (page - 1) * ROWS;
  }

  public String filter(String name) {
    return filters.getOrDefault(name, "");
  }

  public boolean sortedBy(String key) {
    return sort.equals(key);
  }

  /// The address that sorts by the key, and the other way round when it already does.
  public String sortHref(String key) {
    boolean turn = sort.equals(key) && !descending;
    return href(filters, (turn ? "-" : "") + key, 1);
  }

  public String pageHref(int other) {
    return href(filters, (descending ? "-" : "") + sort, other);
  }

  /// The address with one filter set, or taken away when the value is empty; on the first page.
  public String filterHref(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(filters);
    changed.put(name, value);
    changed.values().removeIf(String::isBlank);
    return href(changed, (descending ? "-" : "") + sort, 1);
  }

  /// The same rows as a file.
  public String exportHref(String format) {
    return href(filters, (descending ? "-" : "") + sort, 1)
        .replaceFirst("^" + java.util.regex.Pattern.quote(path), path + "." + format);
  }

  private String href(Map<String, String> kept, String sorted, int at) {
    Map<String, String> parameters = new LinkedHashMap<>(kept);
    parameters.put("sort", sorted);
    if (at > 1) {
      parameters.put("page", Integer.toString(at));
    }
    return path
        + "?"
        + parameters.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
