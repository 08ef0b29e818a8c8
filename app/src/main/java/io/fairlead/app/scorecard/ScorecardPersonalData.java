package io.fairlead.app.scorecard;

import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/// What a business wants to achieve stays, with who said it under no name.
@Component
class ScorecardPersonalData implements PersonalData {
  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.staying(
            "scorecards",
            """
            select s.id, s.title, s.owner = :person as owns, s.created_at from scorecard s
            where s.owner = :person or s.created_by = :person order by s.created_at, s.id
            """,
            "scorecard.owner",
            "scorecard.created_by",
            "scorecard_version.by_person"),
        PersonalRecord.staying(
            "initiatives",
            """
            select n.name, n.due, n.state from scorecard_initiative n where n.owner = :person order by n.name, n.id
            """,
            "scorecard_initiative.owner"),
        PersonalRecord.staying(
                "strategy-arrows",
                """
                select f.title as begins, t.title as ends, a.sign, a.lag_months, a.note, a.at from strategy_arrow a
                join strategic_objective f on f.id = a.from_objective
                join strategic_objective t on t.id = a.to_objective
                where a.by_person = :person order by a.at, a.id
                """,
                "strategy_arrow.by_person")
            .emptying("update strategy_arrow set note = '' where by_person = :person"));
  }
}
