import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Answers of a round of feedback, saved by so many raters at a time: one request after the other on
/// each connection, sheet after sheet, an answer more with each. Run by `./answers`.
class Answers {
  private static final int REVIEWEES = 100;
  private static final int SHEETS = 400;
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final Pattern ITEM = Pattern.compile("\\{\"id\":\"([^\"]+)\",\"competency\"");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;

  Answers(String url) {
    this.url = url + "/api/v1/feedback";
  }

  /// Somebody's sheet about somebody.
  private record Sheet(String person, String invitation) {}

  public static void main(String[] given) throws Exception {
    List<String> people = Files.readAllLines(Path.of(given[2]));
    new Answers(given[0])
        .run(given[1], people, Integer.parseInt(given[3]), Integer.parseInt(given[4]));
  }

  private void run(String runner, List<String> people, int connections, int seconds)
      throws Exception {
    Collections.shuffle(people, new Random(1));
    round(runner, people.subList(0, Math.min(REVIEWEES, people.size())));
    List<Sheet> sheets = sheets(people);
    System.out.printf(
        "%s, %d sheets, %d connections, %d s, load average %s%n",
        url,
        sheets.size(),
        connections,
        seconds,
        Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    save(sheets, connections, seconds / 2);
    System.out.println(said(save(sheets, connections, seconds), seconds));
  }

  private void round(String runner, List<String> reviewees) throws Exception {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String terms =
        """
        {"name": "Load", "instrument": "manager", "nominateBy": "%s", "opens": "%s", "closes": "%s", "people": [%s]}
        """
            .formatted(
                today,
                today,
                today.plusDays(30),
                reviewees.stream().map(id -> '"' + id + '"').collect(Collectors.joining(",")));
    String round = first(ID, send(runner, "POST", "/rounds", terms, "").body());
    for (String act : List.of("launch", "opening")) {
      String tag = send(runner, "GET", "/rounds/" + round, null, "").headers().firstValue("ETag").orElseThrow();
      send(runner, "POST", "/rounds/" + round + "/" + act, "", tag);
    }
  }

  private List<Sheet> sheets(List<String> people) throws Exception {
    List<Sheet> sheets = new ArrayList<>();
    for (String person : people) {
      Matcher found = ID.matcher(send(person, "GET", "/invitations", null, "").body());
      while (found.find()) {
        sheets.add(new Sheet(person, found.group(1)));
      }
      if (sheets.size() >= SHEETS) {
        break;
      }
    }
    return sheets;
  }

  private List<Long> save(List<Sheet> sheets, int connections, int seconds) throws Exception {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Callable<List<Long>>> raters = new ArrayList<>();
    for (int rater = 0; rater < connections; rater++) {
      int first = rater;
      raters.add(() -> {
        List<Long> took = new ArrayList<>();
        for (int at = first; System.nanoTime() < end; at += connections) {
          answer(sheets.get(at % sheets.size()), end, took);
        }
        return took;
      });
    }
    List<Long> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      for (Future<List<Long>> each : threads.invokeAll(raters)) {
        all.addAll(each.get());
      }
    }
    return all;
  }

  /// Opens a sheet and answers one question after the other, each with a save.
  private void answer(Sheet sheet, long end, List<Long> took) throws Exception {
    String path = "/invitations/" + sheet.invitation();
    HttpResponse<String> opened = send(sheet.person(), "GET", path, null, "");
    String tag = opened.headers().firstValue("ETag").orElseThrow();
    List<String> ratings = new ArrayList<>();
    Matcher items = ITEM.matcher(opened.body());
    while (items.find() && System.nanoTime() < end) {
      ratings.add("\"%s\": %d".formatted(items.group(1), 1 + ratings.size() % 5));
      String body =
          "{\"ratings\": {%s}, \"seconds\": %d}"
              .formatted(String.join(", ", ratings), 15 * ratings.size());
      long began = System.nanoTime();
      HttpResponse<String> saved = send(sheet.person(), "PUT", path, body, tag);
      took.add(System.nanoTime() - began);
      tag = saved.headers().firstValue("ETag").orElseThrow();
    }
  }

  private HttpResponse<String> send(
      String person, String method, String path, String body, String tag)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer answers-" + person)
            .header("Content-Type", "application/json")
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!tag.isEmpty()) {
      request.header("If-Match", tag);
    }
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(
          method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException(text);
    }
    return found.group(1);
  }

  private static String said(List<Long> took, int seconds) {
    long[] sorted = took.stream().mapToLong(Long::longValue).sorted().toArray();
    return "save       %8.1f/s   p50 %6.1f ms   p95 %6.1f ms   p99 %6.1f ms"
        .formatted(
            (double) sorted.length / seconds, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
  }

  private static double at(long[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))] / 1e6;
  }
}
