package io.fairlead.app.access;

import io.fairlead.app.people.LegalHoldSql;
import io.fairlead.app.platform.personal.PersonalData;
import io.fairlead.app.platform.personal.PersonalRecord;
import io.fairlead.app.platform.personal.RetainedRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/// How somebody gets in goes with them. No export holds a secret: not a hash of one either.
@Component
class AccessPersonalData implements PersonalData {
  @Override
  public List<PersonalRecord> personalRecords() {
    return List.of(
        PersonalRecord.going(
            "account",
            "select state, created_at, password_changed_at from account where person = :person",
            "delete from account where person = :person",
            "account.person"),
        PersonalRecord.going(
            "sessions",
            """
            select browser, created_at, seen_at, expires_at from session where person = :person order by created_at
            """,
            "delete from session where person = :person or signed_in_as_by = :person",
            "session.person",
            "session.signed_in_as_by"),
        PersonalRecord.going(
            "tokens",
            """
            select name, scopes, created_at, used_at, expires_at from api_token where person = :person order by created_at
            """,
            "delete from api_token where person = :person",
            "api_token.person"),
        PersonalRecord.going(
                "sign-in-links",
                """
                select purpose, created_at, expires_at, used_at from one_time_link where person = :person order by created_at
                """,
                "delete from one_time_link where person = :person",
                "one_time_link.person",
                "one_time_link.created_by")
            // A link that was asked for and is not made yet waits under the address it was asked
            // for.
            .erasing(
                """
                delete from scheduled_tasks where task_name = '%s' and not picked
                  and strpos(lower(convert_from(task_data, 'UTF8')), lower(:email)) > 0 and :person::uuid is not null
                """
                    .formatted(MailedLinks.JOB)),
        PersonalRecord.going(
            "roles",
            """
            select g.role, u.name as unit, g.granted_at from role_grant g left join unit u on u.id = g.unit
            where g.person = :person order by g.granted_at, g.role
            """,
            "delete from role_grant where person = :person",
            "role_grant.person",
            "role_grant.granted_by"),
        PersonalRecord.going(
            "custom-roles",
            """
            select c.name as role, u.name as unit, g.last_day, g.may_give_on, g.granted_at
            from custom_role_grant g join custom_role c on c.id = g.role left join unit u on u.id = g.unit
            where g.person = :person order by g.granted_at, c.name
            """,
            "delete from custom_role_grant where person = :person",
            "custom_role_grant.person",
            "custom_role_grant.granted_by"),
        PersonalRecord.staying(
            "composed-roles",
            "select name, purpose, made_at from custom_role where made_by = :person order by made_at",
            "custom_role.made_by"),
        PersonalRecord.going(
            "previews",
            "select role, begun_at from preview where by_person = :person order by begun_at",
            "delete from preview where by_person = :person",
            "preview.person",
            "preview.by_person"),
        PersonalRecord.staying(
            "services",
            "select name, roles, scopes, made_at, ended_at from service where made_by = :person order by made_at",
            "service.id",
            "service.made_by",
            "service_token.made_by"));
  }

  @Override
  public List<RetainedRecord> retainedRecords() {
    return List.of(
        new RetainedRecord(
            "sign-in-links",
            3,
            false,
            "select l.token_hash from one_time_link l where l.expires_at < :before and "
                + LegalHoldSql.free("l.person"),
            "delete from one_time_link where token_hash in ({due})"),
        new RetainedRecord(
            "tokens",
            3,
            false,
            "select t.id from api_token t where t.expires_at < :before and "
                + LegalHoldSql.free("t.person"),
            "delete from api_token where id in ({due})"));
  }
}
