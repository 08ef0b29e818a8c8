package io.fairlead.app.people;

import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import io.fairlead.app.platform.personal.RetainedRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/// Who somebody is goes; where they stood, and when, stays: without a name it keeps the history of
/// everybody else whole.
@Component
class PeoplePersonalData implements PersonalData {
  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.going(
            "identity",
            """
            select name, email, employee_number, title, attributes, contact_shared from identity where person = :person
            """,
            "delete from identity where person = :person",
            "identity.person"),
        PersonalRecord.staying(
            "employment",
            """
            select u.name as unit, lower(e.during) as first_day, upper(e.during) - 1 as last_day, e.recorded_at
            from employment e left join unit u on u.id = e.unit where e.person = :person order by lower(e.during)
            """,
            "employment.person"),
        PersonalRecord.staying(
            "reporting-lines",
            """
            select m.name as manager, lower(r.during) as first_day, upper(r.during) - 1 as last_day, r.recorded_at
            from reporting_line r left join identity m on m.person = r.manager
            where r.person = :person order by lower(r.during)
            """,
            "reporting_line.person",
            "reporting_line.manager",
            "line_of.above",
            "line_of.below",
            "line_move.person",
            "line_move.manager"),
        PersonalRecord.staying(
                "teams",
                """
                select t.name as team, false as leads, lower(m.during) as first_day, upper(m.during) - 1 as last_day
                from membership m join team t on t.id = m.team where m.person = :person
                union all
                select t.name, true, lower(t.during), upper(t.during) - 1 from team t where t.lead = :person
                order by first_day, team
                """,
                "membership.person",
                "team.lead")
            .erasing("update team set lead = null, version = version + 1 where lead = :person"),
        PersonalRecord.going(
                "people-file-rows",
                """
                select i.file_name, i.made_at, i.state, r.name, r.email, r.employee_number, r.title, r.unit_path,
                  r.start_date, r.end_date, r.teams, r.attributes
                from import_row r join import_run i on i.id = r.run
                where r.person = :person
                  or lower(r.email) = (select lower(email) from identity where person = :person)
                order by i.made_at, r.number
                """,
                """
                delete from import_problem p using import_row r where p.run = r.run and p.number = r.number
                  and (r.person = :person or lower(r.email) = lower(:email))
                """,
                "import_row.person",
                "import_row.manager",
                "import_before.person",
                "import_same.person",
                "import_line.person",
                "import_line.manager")
            .erasing(
                """
                delete from import_staged s where lower(s.email) = lower(:email) or exists (
                  select 1 from import_same m where m.run = s.run and m.number = s.number and m.person = :person)
                """)
            .erasing(
                "delete from import_row where person = :person or lower(email) = lower(:email)")
            .erasing(
                "update import_row set manager = null, manager_email = null where manager = :person")
            .erasing("delete from import_before where person = :person")
            .erasing("delete from import_same where person = :person")
            .erasing("delete from import_line where person = :person or manager = :person"),
        PersonalRecord.staying(
            "people-files",
            """
            select file_name, state, total_rows, made_at, made_by = :person as sent, applied_at,
              applied_by is not distinct from :person as applied, undone_at
            from import_run where made_by = :person or applied_by = :person or undone_by = :person order by made_at
            """,
            "import_run.made_by",
            "import_run.applied_by",
            "import_run.undone_by"),
        PersonalRecord.staying(
            "people-file-mappings",
            "select name, columns, saved_at from import_mapping where saved_by = :person order by saved_at",
            "import_mapping.saved_by"),
        // Why a hold was placed may be what a court must not have told; that there was one is said.
        PersonalRecord.staying(
            "legal-holds",
            "select placed_at, lifted_at from legal_hold where person = :person order by placed_at",
            "legal_hold.person",
            "legal_hold.placed_by",
            "legal_hold.lifted_by"));
  }

  @Override
  public List<RetainedRecord> retainedRecords() {
    return List.of(
        new RetainedRecord(
            "people-files",
            12,
            false,
            """
            select i.id from import_run i where i.made_at < :before and i.state in ('applied', 'undone', 'discarded')
              and i.id is distinct from (
                select s.id from import_run s where s.sync and s.state = 'applied' order by s.applied_at desc limit 1)
              and %s
              and not exists (select 1 from import_row r where r.run = i.id and not %s)
            """
                .formatted(LegalHoldSql.free("i.made_by"), LegalHoldSql.free("r.person")),
            "delete from import_run where id in ({due})"));
  }
}
