package io.fairlead.app.goals;

import static io.fairlead.app.testing.Person.HENRIK;
import static io.fairlead.app.testing.Person.JONAS;
import static io.fairlead.app.testing.Person.MARA;
import static io.fairlead.app.testing.Person.PRISCILLA;
import static io.fairlead.app.testing.Person.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Goals;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class EditorPagesTest {
  @Autowired Visitors visitors;
  @Autowired Goals goals;
  @Autowired JdbcClient database;

  @Test
  void aDraftIsWrittenWithoutAScript() {
    Visitor mara = visitors.as(MARA);
    assertThat(mara.page("/goals/new").statusCode()).isEqualTo(200);
    HttpResponse<String> more =
        mara.post("/goals/new", "step", "add", "title", "They stay", "kr.0.title", "churn");
    assertThat(more.statusCode()).isEqualTo(200);
    assertThat(more.body()).contains("name=\"kr.1.title\"").contains("They stay");
    assertThat(count("They stay")).as("adding a row stores nothing").isZero();
    HttpResponse<String> stored = mara.post("/goals/new", draft("They stay", "step", "save"));
    assertThat(stored.statusCode()).as(stored.body()).isEqualTo(302);
    HttpResponse<String> again = mara.page(stored.headers().firstValue("Location").orElseThrow());
    assertThat(again.body()).contains("yearly churn").contains("from 6.4 % to 5.44 %");
    assertThat(again.body()).contains("points: not possible, it would fall below 0");
  }

  @Test
  void anExampleOfTheLibraryIsFoundByKindSituationAndWordsAndOpensInTheEditor() {
    Visitor mara = visitors.as(MARA);
    String all = mara.page("/goals/new?tab=example").body();
    assertThat(all).contains("72 examples");
    String found =
        mara.page("/goals/new?tab=example&function=sales&situation=launch&search=region").body();
    assertThat(found)
        .contains("One example", "example=sales-launch", "Our first customers in the new region");
    assertThat(mara.page("/goals/new?tab=example&search=no+such+words+anywhere").body())
        .contains("No example fits all of that");
    String editor = mara.page("/goals/new?example=sales-launch").body();
    assertThat(editor)
        .contains(
            "Our first customers in the new region would recommend us",
            "No term in a contract that we would not offer at home",
            "name=\"kr.2.title\"");
    assertThat(mara.page("/goals/new?example=sales-lunch").statusCode()).isEqualTo(404);
    assertThat(mara.page("/goals/new?tab=example&function=%3Cscript%3E").statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatADraftIsToBePutToStaysWithIt() {
    UUID above = goals.objective(HENRIK, "Trials turn into use");
    UUID beside = goals.objective(HENRIK, "Service calls fall");
    Visitor mara = visitors.as(MARA);
    mara.page("/goals/new");
    HttpResponse<String> stored =
        mara.post(
            "/goals/new",
            draft(
                "Kept choice",
                "parent",
                above.toString(),
                "contribution-0",
                beside.toString(),
                "share-0",
                "30 %"));
    assertThat(stored.statusCode()).as(stored.body()).isEqualTo(302);
    String again = mara.page(stored.headers().firstValue("Location").orElseThrow()).body();
    assertThat(again)
        .contains("<option value=\"" + above + "\" selected")
        .contains("<option value=\"" + beside + "\" selected")
        .contains("value=\"30 %\"");
  }

  @Test
  void aDoubleClickMakesOneDraft() {
    Visitor mara = visitors.as(MARA);
    mara.page("/goals/new");
    String[] form = draft("Once", "key", UUID.randomUUID().toString());
    assertThat(mara.post("/goals/new", form).statusCode()).isEqualTo(302);
    assertThat(mara.post("/goals/new", form).statusCode()).isEqualTo(302);
    assertThat(count("Once")).isEqualTo(1);
  }

  @Test
  void whatIsRefusedKeepsWhatWasTyped() {
    Visitor mara = visitors.as(MARA);
    mara.page("/goals/new");
    HttpResponse<String> refused =
        mara.post("/goals/new", draft("Kept", "kr.0.change", "much", "delegate", "Nobody At All"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Kept").contains("value=\"much\"").contains("such as 6.4");
    assertThat(refused.body()).contains("Nobody At All");
  }

  @Test
  void askingPutsItForwardAndToTheOtherSide() {
    UUID above = goals.objective(HENRIK, "Trials turn into use");
    Visitor mara = visitors.as(MARA);
    assertThat(mara.page("/goals/new").body()).contains("Trials turn into use");
    HttpResponse<String> asked =
        mara.post("/goals/new", draft("Asked", "step", "ask", "parent", above.toString()));
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(302);
    assertThat(
            database
                .sql(
                    """
                    select o.state || ' ' || a.state from objective o join alignment a on a.child = o.id
                    where o.title = 'Asked' and a.parent = ?
                    """)
                .param(above)
                .query(String.class)
                .single())
        .isEqualTo("proposed proposed");
  }

  @Test
  void oneScreenAsksForThePrimaryParentAndContributionsAllOrNothing() {
    UUID above = goals.objective(HENRIK, "Trials turn into use");
    UUID beside = goals.objective(PRISCILLA, "Pilots become contracts");
    Visitor mara = visitors.as(MARA);
    assertThat(mara.page("/goals/new").body())
        .contains("name=\"contribution-2\"")
        .doesNotContain("name=\"contribution-3\"");
    String[] wrong =
        draft(
            "Too much",
            "step",
            "ask",
            "parent",
            above.toString(),
            "contribution-0",
            beside.toString(),
            "share-0",
            "130 %");
    HttpResponse<String> refused = mara.post("/goals/new", wrong);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("A share lies above 0").contains("value=\"130 %\"");
    assertThat(aligned("Too much")).as("none of it").isEmpty();
    mara.page("/goals/new");
    String[] right =
        draft(
            "Both",
            "step",
            "ask",
            "parent",
            above.toString(),
            "contribution-0",
            beside.toString(),
            "share-0",
            "30 %");
    assertThat(mara.post("/goals/new", right).statusCode()).isEqualTo(302);
    assertThat(aligned("Both"))
        .containsExactlyInAnyOrder("primary proposed proposed", "0.30 proposed proposed");
  }

  private List<String> aligned(String title) {
    return database
        .sql(
            """
            select case when a.is_primary then 'primary' else a.share::text end || ' ' || a.state || ' ' || o.state as told
            from objective o join alignment a on a.child = o.id where o.title = ?
            """)
        .param(title)
        .query((row, number) -> row.getString("told"))
        .list();
  }

  @Test
  void publishingWhatIsHalfWrittenSaysWhatIsMissingAndKeepsTheDraft() {
    Visitor mara = visitors.as(MARA);
    mara.page("/goals/new");
    HttpResponse<String> refused =
        mara.post("/goals/new", "step", "publish", "title", "Half", "kr.0.title", "churn");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Say what is to be reached.");
    assertThat(count("Half")).isEqualTo(1);
  }

  @Test
  void differentFieldsOfTwoPeopleAreBothKept() {
    UUID id = shared();
    Visitor mara = visitors.as(MARA);
    Visitor jonas = visitors.as(JONAS);
    mara.page("/goals/" + id + "/edit");
    jonas.page("/goals/" + id + "/edit");
    assertThat(edit(jonas, id, "title", "Shared", "why", "His reason.").statusCode())
        .isEqualTo(302);
    assertThat(edit(mara, id, "title", "Her title", "why", "").statusCode()).isEqualTo(302);
    String page = mara.page("/goals/" + id + "/edit").body();
    assertThat(page).contains("Her title").contains("His reason.");
  }

  @Test
  void theSameFieldOfTwoPeopleIsShownTwiceAndChosen() {
    UUID id = shared();
    Visitor mara = visitors.as(MARA);
    Visitor jonas = visitors.as(JONAS);
    mara.page("/goals/" + id + "/edit");
    jonas.page("/goals/" + id + "/edit");
    assertThat(edit(jonas, id, "title", "His title").statusCode()).isEqualTo(302);
    HttpResponse<String> clash = edit(mara, id, "title", "Her title");
    assertThat(clash.statusCode()).isEqualTo(412);
    assertThat(clash.body())
        .contains("Jonas Beck changed this meanwhile")
        .contains("Her title")
        .contains("His title")
        .contains("name=\"version\" value=\"2\"");
    HttpResponse<String> chosen =
        mara.post(
            "/goals/" + id + "/edit",
            form(
                "version",
                "2",
                "title",
                "Her title",
                "take.title",
                "theirs",
                "theirs.title",
                "His title"));
    assertThat(chosen.statusCode()).isEqualTo(302);
    assertThat(mara.page("/goals/" + id + "/edit").body()).contains("His title");
  }

  @Test
  void anAutosaveSaysWhenAndGivesTheDraftItsAddress() {
    Visitor mara = visitors.as(MARA);
    mara.page("/goals/new");
    HttpResponse<String> saved =
        mara.post("/goals/saving", draft("Autosaved", "key", UUID.randomUUID().toString()));
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    assertThat(saved.body())
        .contains("Saved 09:00")
        .contains("\"version\":1")
        .contains("\"rows\":[");
  }

  @Test
  void thePreviewFollowsWhatIsTyped() {
    Visitor mara = visitors.as(MARA);
    mara.page("/goals/new");
    String preview = mara.post("/goals/preview", draft("Grow by 20 %")).body();
    assertThat(preview).contains("0.7, a good result").contains("“20 %” is a number");
    assertThat(preview).contains("20 seconds");
  }

  @Test
  void othersNeitherEditNorLearnThatThereIsSomething() {
    UUID id = goals.objective(MARA, "A thought", "Q2 2026", "draft", "public");
    Visitor ruben = visitors.as(RUBEN);
    ruben.page("/goals/new");
    for (String path : new String[] {"/edit", "/saving"}) {
      assertThat(ruben.post("/goals/" + id + path, "title", "Mine").statusCode()).isEqualTo(404);
    }
    assertThat(ruben.page("/goals/" + id + "/edit").statusCode()).isEqualTo(404);
    UUID published = goals.objective(MARA, "For all");
    assertThat(ruben.page("/goals/" + published + "/edit").statusCode()).isEqualTo(403);
  }

  /// Mara's draft with Jonas as its delegate, stored in its first wording.
  private UUID shared() {
    Visitor mara = visitors.as(MARA);
    mara.page("/goals/new");
    HttpResponse<String> stored =
        mara.post("/goals/new", "step", "save", "title", "Shared", "delegate", "Jonas Beck");
    assertThat(stored.statusCode()).as(stored.body()).isEqualTo(302);
    return UUID.fromString(stored.headers().firstValue("Location").orElseThrow().split("/")[2]);
  }

  private HttpResponse<String> edit(Visitor visitor, UUID id, String... changed) {
    String[] all = new String[changed.length + 2];
    all[0] = "version";
    all[1] = "1";
    System.arraycopy(changed, 0, all, 2, changed.length);
    return visitor.post("/goals/" + id + "/edit", form(all));
  }

  private static String[] form(String... changed) {
    return with(
        new String[] {
          "step",
          "save",
          "title",
          "Shared",
          "delegate",
          "Jonas Beck",
          "visibility",
          "public",
          "kind",
          "aspirational",
          "cycle",
          Company.cycle("Q2 2026").toString(),
          "owner",
          "person:" + MARA.id()
        },
        changed);
  }

  private static String[] draft(String title, String... changed) {
    return with(
        new String[] {
          "step",
          "save",
          "title",
          title,
          "kr.0.shape",
          "reduce",
          "kr.0.title",
          "yearly churn",
          "kr.0.baseline",
          "6.4",
          "kr.0.change",
          "15",
          "kr.0.mode",
          "percent-of-baseline",
          "kr.0.unit",
          "%"
        },
        changed);
  }

  /// The form with some of its fields written anew.
  private static String[] with(String[] form, String... changed) {
    java.util.Map<String, String> fields = new java.util.LinkedHashMap<>();
    for (String[] part : new String[][] {form, changed}) {
      for (int i = 0; i < part.length; i += 2) {
        fields.put(part[i], part[i + 1]);
      }
    }
    return fields.entrySet().stream()
        .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
        .toArray(String[]::new);
  }

  private int count(String title) {
    return database
        .sql("select count(*) from objective where title = ?")
        .param(title)
        .query(Integer.class)
        .single();
  }
}
