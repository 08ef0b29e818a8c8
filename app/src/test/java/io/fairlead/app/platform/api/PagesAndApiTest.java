package io.fairlead.app.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.testing.AppTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// All that a page can do the API can do. Every route of a page stands here with the routes of the
/// API that show or do the same, or with the reason why there is none; both sides are compared with
/// the routes that the server has.
@AppTest
class PagesAndApiTest {
  /// A page's route → the API's, several separated by commas.
  private static final String COUNTERPARTS =
      """
      GET /                                        → GET /api/v1/tasks, GET /api/v1/objectives
      GET /search                                  → GET /api/v1/search
      POST /undo/{id}                              → POST /api/v1/undo/{id}, GET /api/v1/undo
      GET /policy                                  → GET /api/v1/policy

      GET /account                                 → GET /api/v1/account, GET /api/v1/account/sessions, GET /api/v1/account/tokens
      POST /account/sessions/{session}/end         → DELETE /api/v1/account/sessions/{session}
      POST /account/sessions/end-others            → DELETE /api/v1/account/sessions
      POST /account/tokens/{token}/end             → DELETE /api/v1/account/tokens/{token}
      GET /account/reads                           → GET /api/v1/account/reads

      GET /people                                  → GET /api/v1/people
      GET /people.csv                              → GET /api/v1/people
      GET /people.xlsx                             → GET /api/v1/people
      GET /people/{id}                             → GET /api/v1/people/{id}, GET /api/v1/people/{id}/lines
      GET /people/new                              → POST /api/v1/people
      POST /people/new                             → POST /api/v1/people
      GET /people/{id}/edit                        → GET /api/v1/people/{id}
      POST /people/{id}/edit                       → PATCH /api/v1/people/{id}
      POST /people/{id}/line                       → POST /api/v1/people/{id}/lines
      POST /people/{id}/departure                  → POST /api/v1/people/{id}/departure
      POST /people/{id}/contact                    → PUT /api/v1/people/{id}/contact
      GET /people/import                           → GET /api/v1/people/imports
      POST /people/import                          → POST /api/v1/people/imports
      GET /people/import/mapping                   → GET /api/v1/people/mappings
      POST /people/import/mapping                  → POST /api/v1/people/mappings
      POST /people/import/mapping/{id}/removal     → DELETE /api/v1/people/mappings/{id}
      GET /people/shape                            → GET /api/v1/people/shape
      GET /people/import/{id}/shape                → GET /api/v1/people/imports/{id}/shape
      GET /people/import/{id}                      → GET /api/v1/people/imports/{id}, GET /api/v1/people/imports/{id}/problems
      POST /people/import/{id}/application         → POST /api/v1/people/imports/{id}/application
      POST /people/import/{id}/reversal            → POST /api/v1/people/imports/{id}/reversal
      POST /people/import/{id}/discard             → DELETE /api/v1/people/imports/{id}
      GET /people/import/{id}/parked.csv           → GET /api/v1/people/imports/{id}/parked

      GET /feedback                                → GET /api/v1/feedback/rounds
      GET /feedback/rounds/new                     → POST /api/v1/feedback/rounds
      POST /feedback/rounds                        → POST /api/v1/feedback/rounds
      GET /feedback/rounds/{id}                    → GET /api/v1/feedback/rounds/{id}
      GET /feedback/rounds/{id}/edit               → GET /api/v1/feedback/rounds/{id}
      POST /feedback/rounds/{id}/edit              → PUT /api/v1/feedback/rounds/{id}
      GET /feedback/rounds/{id}/pilot-group        → GET /api/v1/feedback/rounds/{id}/pilot-group
      POST /feedback/rounds/{id}/pilot-group       → POST /api/v1/feedback/rounds/{id}/pilot-group
      POST /feedback/rounds/{id}/launch            → POST /api/v1/feedback/rounds/{id}/launch
      POST /feedback/rounds/{id}/opening           → POST /api/v1/feedback/rounds/{id}/opening
      POST /feedback/rounds/{id}/extension         → POST /api/v1/feedback/rounds/{id}/extension
      POST /feedback/rounds/{id}/reminder          → POST /api/v1/feedback/rounds/{id}/reminder
      POST /feedback/rounds/{id}/stop              → DELETE /api/v1/feedback/rounds/{id}
      GET /feedback/raters/{subject}               → GET /api/v1/feedback/subjects/{subject}
      POST /feedback/raters/{subject}              → POST /api/v1/feedback/subjects/{subject}/raters
      POST /feedback/raters/{subject}/{rater}/removal → DELETE /api/v1/feedback/subjects/{subject}/raters/{rater}
      POST /feedback/raters/{subject}/hand-in      → POST /api/v1/feedback/subjects/{subject}/hand-in
      POST /feedback/raters/{subject}/reminder     → POST /api/v1/feedback/subjects/{subject}/reminder
      POST /feedback/raters/{subject}/settlement   → POST /api/v1/feedback/subjects/{subject}/settlement
      GET /feedback/reports                        → GET /api/v1/feedback/reports
      GET /feedback/reports/{subject}              → GET /api/v1/feedback/reports/{subject}
      GET /feedback/guide                          → GET /api/v1/feedback/guide
      GET /feedback/reports/{subject}/guide        → GET /api/v1/feedback/reports/{subject}/guide
      GET /feedback/reports/{subject}/report.pdf   → GET /api/v1/feedback/reports/{subject}/pdf
      GET /feedback/reports/{subject}/debrief.ics  → GET /api/v1/feedback/reports/{subject}
      POST /feedback/reports/{subject}/debrief     → PUT /api/v1/feedback/reports/{subject}/debrief
      GET /feedback/rounds/{id}/follow-up          → POST /api/v1/feedback/rounds/{id}/follow-ups
      POST /feedback/rounds/{id}/follow-up         → POST /api/v1/feedback/rounds/{id}/follow-ups
      GET /feedback/reports/{subject}/follow-up    → POST /api/v1/feedback/reports/{subject}/follow-ups
      POST /feedback/reports/{subject}/follow-up   → POST /api/v1/feedback/reports/{subject}/follow-ups
      GET /feedback/rounds/{id}/papers             → GET /api/v1/feedback/rounds/{id}/papers
      GET /feedback/rounds/{id}/papers.pdf         → GET /api/v1/feedback/rounds/{id}/papers
      GET /feedback/rounds/{id}/escrow             → GET /api/v1/feedback/rounds/{id}/escrow
      POST /feedback/rounds/{id}/escrow/requests   → POST /api/v1/feedback/rounds/{id}/escrow/requests
      POST /feedback/rounds/{id}/escrow/requests/{request}/removal       → DELETE /api/v1/feedback/rounds/{id}/escrow/requests/{request}
      POST /feedback/rounds/{id}/escrow/requests/{request}/decision      → POST /api/v1/feedback/rounds/{id}/escrow/requests/{request}/decision
      POST /feedback/rounds/{id}/escrow/requests/{request}/package       → POST /api/v1/feedback/rounds/{id}/escrow/requests/{request}/package
      GET /feedback/reports/{subject}/comments     → GET /api/v1/feedback/reports/{subject}/comments
      GET /feedback/rounds/{id}/comments           → GET /api/v1/feedback/rounds/{id}/comments
      GET /feedback/rounds/{id}/comments/asked     → GET /api/v1/feedback/rounds/{id}/comments/asked
      POST /feedback/rounds/{id}/comments/{comment}/withholding          → POST /api/v1/feedback/rounds/{id}/comments/{comment}/withholding
      POST /feedback/rounds/{id}/comments/{comment}/withholding/removal  → DELETE /api/v1/feedback/rounds/{id}/comments/{comment}/withholding
      POST /feedback/rounds/{id}/comments/{comment}/withholding/decision → POST /api/v1/feedback/rounds/{id}/comments/{comment}/withholding/decision

      GET /goals/business                          → GET /api/v1/measures, GET /api/v1/objectives
      GET /goals/{id}/findings                     → GET /api/v1/objectives/{id}/findings
      POST /goals/{id}/findings                    → POST /api/v1/objectives/{id}/findings/waivers
      POST /goals/{id}/findings/{waiver}/end       → DELETE /api/v1/objectives/{id}/findings/waivers/{waiver}
      GET /goals/{id}/measures                     → GET /api/v1/objectives/{id}/measures
      POST /goals/{id}/measures                    → POST /api/v1/objectives/{id}/measures
      POST /goals/{id}/measures/{use}/end          → DELETE /api/v1/objectives/{id}/measures/{use}
      POST /goals/from-measure/{measure}/{alert}   → POST /api/v1/measures/{id}/alerts/{alert}/objective
      GET /measures                                → GET /api/v1/measures
      GET /measures/inventory                      → GET /api/v1/measures
      GET /measures/catalogue                      → GET /api/v1/measures/catalogue
      GET /measures/import                         → POST /api/v1/measures/imports
      POST /measures/import                        → POST /api/v1/measures/imports
      GET /measures/import/{id}                    → GET /api/v1/measures/imports/{id}
      POST /measures/import/{id}/application       → POST /api/v1/measures/imports/{id}/application
      GET /measures/import/{id}/faults.csv         → GET /api/v1/measures/imports/{id}
      GET /measures/lead                           → GET /api/v1/measures/lead
      GET /measures/new                            → POST /api/v1/measures
      POST /measures                               → POST /api/v1/measures
      GET /measures/{id}                           → GET /api/v1/measures/{id}, GET /api/v1/measures/{id}/behaviour, GET /api/v1/measures/{id}/events, GET /api/v1/measures/{id}/alerts, GET /api/v1/measures/{id}/agreement
      GET /measures/{id}/rubric                    → GET /api/v1/measures/{id}/rubric, GET /api/v1/rubrics
      POST /measures/{id}/rubric                   → PUT /api/v1/measures/{id}/rubric
      POST /measures/{id}/closure                  → PUT /api/v1/measures/{id}/rubric/closure
      GET /measures/{id}/samples                   → GET /api/v1/measures/{id}/samples
      POST /measures/{id}/samples                  → POST /api/v1/measures/{id}/samples
      GET /measures/{id}/samples/{sample}          → GET /api/v1/measures/{id}/samples/{sample}, GET /api/v1/measures/{id}/samples/{sample}/scores
      POST /measures/{id}/samples/{sample}/scores  → POST /api/v1/measures/{id}/samples/{sample}/scores
      POST /measures/{id}/samples/{sample}/raters  → PUT /api/v1/measures/{id}/samples/{sample}/raters
      POST /measures/{id}/samples/{sample}/withdrawal → DELETE /api/v1/measures/{id}/samples/{sample}
      GET /measures/{id}/scores.csv                → GET /api/v1/measures/{id}/samples/{sample}/scores
      GET /measures/{id}/edit                      → GET /api/v1/measures/{id}
      POST /measures/{id}/edit                     → PUT /api/v1/measures/{id}
      POST /measures/{id}/retirement               → PUT /api/v1/measures/{id}/retirement
      GET /measures/{id}/values.csv                → GET /api/v1/measures/{id}/values
      GET /measures/{id}/series.json               → GET /api/v1/measures/{id}/behaviour
      GET /measures/{id}/values.xlsx               → GET /api/v1/measures/{id}/values
      POST /measures/{id}/values                   → POST /api/v1/measures/{id}/values
      POST /measures/{id}/events                   → POST /api/v1/measures/{id}/events
      POST /measures/{id}/events/{event}/withdrawal → DELETE /api/v1/measures/{id}/events/{event}
      POST /measures/{id}/alerts/{alert}/answer    → POST /api/v1/measures/{id}/alerts/{alert}/answer

      GET /feedback/instruments                    → GET /api/v1/instruments
      GET /feedback/instruments/bank               → GET /api/v1/instruments/bank
      GET /feedback/behaviours                     → GET /api/v1/behaviours
      GET /feedback/instruments/{id}               → GET /api/v1/instruments/{id}
      GET /feedback/instruments/new                → POST /api/v1/instruments
      POST /feedback/instruments                   → POST /api/v1/instruments
      POST /feedback/instruments/{id}/draft        → POST /api/v1/instruments/{id}/draft
      GET /feedback/instruments/{id}/edit          → GET /api/v1/instruments/{id}/draft
      POST /feedback/instruments/{id}/edit         → PUT /api/v1/instruments/{id}/draft, POST /api/v1/instruments/{id}/editions
      GET /feedback/instruments/{id}/document      → GET /api/v1/instruments/{id}/draft
      POST /feedback/instruments/{id}/document     → PUT /api/v1/instruments/{id}/draft, POST /api/v1/instruments/{id}/editions
      POST /feedback/instruments/{id}/autosave     → PUT /api/v1/instruments/{id}/draft
      GET /feedback/instruments/{id}/items         → GET /api/v1/instruments/bank
      POST /feedback/instruments/{id}/items        → PUT /api/v1/instruments/{id}/draft
      POST /feedback/instruments/{id}/removal      → DELETE /api/v1/instruments/{id}/draft

      GET /scorecards                              → GET /api/v1/scorecards
      GET /scorecards/starters                     → GET /api/v1/scorecards/starters
      POST /scorecards/starters/{starter}          → POST /api/v1/scorecards/starters/{starter}
      GET /scorecards/new                          → POST /api/v1/scorecards
      POST /scorecards                             → POST /api/v1/scorecards
      GET /scorecards/{id}                         → GET /api/v1/scorecards/{id}
      GET /scorecards/{id}/edit                    → GET /api/v1/scorecards/{id}
      POST /scorecards/{id}/edit                   → PUT /api/v1/scorecards/{id}
      POST /scorecards/{id}/removal                → DELETE /api/v1/scorecards/{id}
      GET /scorecards/{id}/paper.pdf               → GET /api/v1/scorecards/{id}/pdf
      GET /scorecards/{id}/map                     → GET /api/v1/scorecards/{id}/map
      POST /scorecards/{id}/arrows                 → POST /api/v1/scorecards/{id}/arrows
      POST /scorecards/{id}/arrows/{arrow}/removal → DELETE /api/v1/scorecards/{id}/arrows/{arrow}
      GET /scorecards/{id}/comparison              → GET /api/v1/scorecards/{id}/comparison
      GET /scorecards/{id}/cascade                 → GET /api/v1/scorecards/{id}/cascade

      GET /growth                                  → GET /api/v1/lessons
      GET /growth/lessons                          → GET /api/v1/lessons
      GET /growth/lessons/{id}                     → GET /api/v1/lessons/{id}
      POST /growth/lessons/{id}                    → POST /api/v1/lessons/{id}/answers
      GET /growth/workshop                         → GET /api/v1/lessons/workshop
      GET /growth/plan                             → GET /api/v1/development-plan
      GET /growth/plan/new                         → GET /api/v1/behaviours
      POST /growth/plan                            → POST /api/v1/development-plan
      GET /growth/plan/{id}                        → GET /api/v1/development-plan/{id}
      GET /growth/plan/{id}/edit                   → GET /api/v1/development-plan/{id}
      POST /growth/plan/{id}/edit                  → PUT /api/v1/development-plan/{id}
      POST /growth/plan/{id}/notes                 → POST /api/v1/development-plan/{id}/notes
      POST /growth/plan/{id}/actions/{place}       → PUT /api/v1/development-plan/{id}/actions/{place}
      POST /growth/plan/{id}/sharing               → PUT /api/v1/development-plan/{id}/sharing
      POST /growth/plan/{id}/ending                → POST /api/v1/development-plan/{id}/ending
      GET /growth/conversations                    → GET /api/v1/prepared-conversations
      GET /growth/conversations/person             → GET /api/v1/people
      GET /growth/conversations/new                → GET /api/v1/prepared-conversations/situations
      POST /growth/conversations                   → POST /api/v1/prepared-conversations
      GET /growth/conversations/{id}               → GET /api/v1/prepared-conversations/{id}
      GET /growth/conversations/{id}/edit          → GET /api/v1/prepared-conversations/{id}
      POST /growth/conversations/{id}/edit         → PUT /api/v1/prepared-conversations/{id}
      GET /growth/conversations/{id}/appointment.ics → GET /api/v1/prepared-conversations/{id}/appointment
      POST /growth/conversations/{id}/outcome      → POST /api/v1/prepared-conversations/{id}/outcome
      POST /growth/conversations/{id}/closing      → POST /api/v1/prepared-conversations/{id}/closing
      POST /growth/conversations/{id}/removal      → DELETE /api/v1/prepared-conversations/{id}

      GET /feedback/give/{invitation}              → GET /api/v1/feedback/invitations/{invitation}, GET /api/v1/feedback/invitations
      POST /feedback/give/{invitation}             → PUT /api/v1/feedback/invitations/{invitation}
      POST /feedback/give/{invitation}/autosave    → PUT /api/v1/feedback/invitations/{invitation}
      POST /feedback/give/{invitation}/withdrawal  → DELETE /api/v1/feedback/invitations/{invitation}
      POST /feedback/give/{invitation}/decline     → POST /api/v1/feedback/invitations/{invitation}/decline
      GET /feedback/rounds/{id}/guests             → GET /api/v1/feedback/rounds/{id}/guests
      GET /feedback/rounds/{id}/guests/{guest}/address → GET /api/v1/feedback/rounds/{id}/guests
      POST /feedback/rounds/{id}/guests/{guest}/address → POST /api/v1/feedback/rounds/{id}/guests/{guest}/address
      POST /feedback/rounds/{id}/guests/{guest}/link → POST /api/v1/feedback/rounds/{id}/guests/{guest}/link

      GET /teams                                   → GET /api/v1/teams
      GET /teams/new                               → POST /api/v1/teams
      POST /teams/new                              → POST /api/v1/teams
      GET /teams/{id}                              → GET /api/v1/teams/{id}
      POST /teams/{id}                             → PATCH /api/v1/teams/{id}
      POST /teams/{id}/members                     → POST /api/v1/teams/{id}/members
      POST /teams/{id}/members/{person}/end        → DELETE /api/v1/teams/{id}/members/{person}
      POST /teams/{id}/end                         → POST /api/v1/teams/{id}/closure

      GET /studio/access                           → GET /api/v1/roles, GET /api/v1/accounts
      GET /studio/access.csv                       → GET /api/v1/accounts
      GET /studio/access.xlsx                      → GET /api/v1/accounts
      POST /studio/access/grants                   → POST /api/v1/roles
      POST /studio/access/grants/{grant}/end       → DELETE /api/v1/roles/{grant}
      POST /studio/access/people/{person}/link     → POST /api/v1/accounts/{person}/link
      POST /studio/access/people/{person}/lock     → POST /api/v1/accounts/{person}/lock
      POST /studio/access/people/{person}/unlock   → DELETE /api/v1/accounts/{person}/lock
      GET /studio/access/hr-partners               → GET /api/v1/access/hr-scopes
      GET /studio/access/roles                     → GET /api/v1/roles/custom
      GET /studio/access/roles/new                 → GET /api/v1/roles/custom/permissions
      POST /studio/access/roles                    → POST /api/v1/roles/custom
      GET /studio/access/roles/{role}              → GET /api/v1/roles/custom/{role}, GET /api/v1/roles/custom/{role}/grants
      GET /studio/access/roles/{role}/edit         → GET /api/v1/roles/custom/{role}
      POST /studio/access/roles/{role}             → PUT /api/v1/roles/custom/{role}
      GET /studio/access/roles/{role}/removal      → GET /api/v1/roles/custom/{role}/grants
      POST /studio/access/roles/{role}/removal     → DELETE /api/v1/roles/custom/{role}
      POST /studio/access/roles/{role}/grants      → POST /api/v1/roles/custom/{role}/grants
      POST /studio/access/roles/{role}/grants/{grant}/end → DELETE /api/v1/roles/custom/{role}/grants/{grant}
      GET /studio/services                         → GET /api/v1/services
      POST /studio/services/{service}/tokens/{token}/end → DELETE /api/v1/services/{service}/tokens/{token}
      POST /studio/services/{service}/end          → DELETE /api/v1/services/{service}
      GET /studio/webhooks                         → GET /api/v1/webhooks
      POST /studio/webhooks                        → POST /api/v1/webhooks
      GET /studio/webhooks/{id}                    → GET /api/v1/webhooks/{id}, GET /api/v1/webhooks/{id}/deliveries
      POST /studio/webhooks/{id}                   → PUT /api/v1/webhooks/{id}
      POST /studio/webhooks/{id}/start             → POST /api/v1/webhooks/{id}/start
      POST /studio/webhooks/{id}/pause             → POST /api/v1/webhooks/{id}/pause
      POST /studio/webhooks/{id}/test              → POST /api/v1/webhooks/{id}/test
      POST /studio/webhooks/{id}/secret            → POST /api/v1/webhooks/{id}/secret
      POST /studio/webhooks/{id}/removal           → DELETE /api/v1/webhooks/{id}
      POST /studio/webhooks/{id}/deliveries/{delivery}/redelivery → POST /api/v1/webhooks/{id}/deliveries/{delivery}/redelivery
      GET /studio/audit                            → GET /api/v1/audit
      GET /studio/audit.csv                        → GET /api/v1/audit
      GET /studio/audit.xlsx                       → GET /api/v1/audit

      GET /account/data                            → GET /api/v1/account/data
      GET /account/data.zip                        → GET /api/v1/account/data/archive
      GET /people/{id}/data                        → GET /api/v1/people/{id}/data, GET /api/v1/people/{id}/erasure
      GET /people/{id}/data.zip                    → GET /api/v1/people/{id}/data/archive
      POST /people/{id}/data/holds                 → POST /api/v1/people/{id}/legal-holds
      POST /people/{id}/data/holds/{hold}/end      → POST /api/v1/legal-holds/{hold}/lifting
      GET /people/{id}/erasure                     → GET /api/v1/people/{id}/erasure
      POST /people/{id}/erasure                    → POST /api/v1/people/{id}/erasure
      GET /studio/data-rights                      → GET /api/v1/retention, GET /api/v1/legal-holds
      GET /studio/data-rights/retention/{code}     → GET /api/v1/retention/{code}/due
      POST /studio/data-rights/retention/{code}    → PUT /api/v1/retention/{code}
      POST /studio/data-rights/retention/{code}/end → DELETE /api/v1/retention/{code}
      GET /studio/data-rights/paper                → GET /api/v1/processing-record
      GET /studio/data-rights/paper.md             → GET /api/v1/processing-record

      GET /inbox                                   → GET /api/v1/inbox
      POST /inbox/reading                          → POST /api/v1/inbox/reading
      POST /inbox/{notice}/reading                 → POST /api/v1/inbox/{notice}/reading
      GET /account/messages                        → GET /api/v1/message-preferences
      POST /account/messages                       → PUT /api/v1/message-preferences
      GET /account/calendar                        → GET /api/v1/account/calendar
      POST /account/calendar                       → POST /api/v1/account/calendar
      POST /account/calendar/end                   → DELETE /api/v1/account/calendar
      GET /studio/messages                         → GET /api/v1/mail
      POST /studio/messages/test                   → POST /api/v1/mail/tests
      POST /studio/messages/undelivered/{mail}/again → POST /api/v1/mail/undelivered/{mail}/again
      POST /studio/messages/audiences              → POST /api/v1/mail/audiences
      POST /studio/messages/audiences/{audience}/end → DELETE /api/v1/mail/audiences/{audience}
      GET /studio/access/invitations               → POST /api/v1/invitations
      POST /studio/access/invitations              → POST /api/v1/invitations

      GET /setup                                   → GET /api/v1/setup
      GET /setup/organisation                      → GET /api/v1/framework
      POST /setup/organisation                     → PUT /api/v1/framework
      GET /setup/aims                              → GET /api/v1/framework
      POST /setup/aims                             → PUT /api/v1/framework
      POST /setup/aims/minutes                     → POST /api/v1/framework/rehearsal
      GET /setup/people                            → GET /api/v1/people
      POST /setup/people                           → POST /api/v1/people, POST /api/v1/people/imports
      GET /setup/objective                         → GET /api/v1/goal-library
      GET /setup/readers                           → GET /api/v1/policy
      POST /setup/invitations                      → POST /api/v1/invitations, POST /api/v1/accounts/{person}/link
      GET /studio/checks                           → GET /api/v1/setup/checks

      GET /studio/running                          → GET /api/v1/running
      POST /studio/running/cycles/{cycle}/{window} → PUT /api/v1/cycles/{id}/windows/{window}
      POST /studio/running/cycles/{cycle}/reminders → POST /api/v1/cycles/{id}/reminders

      GET /studio/framework                        → GET /api/v1/framework
      GET /studio/framework/versions               → GET /api/v1/framework/versions
      GET /studio/framework/versions/{number}      → GET /api/v1/framework/versions/{number}
      GET /studio/framework/edit                   → GET /api/v1/framework, GET /api/v1/framework/starters, GET /api/v1/framework/starters/{id}
      POST /studio/framework/check                 → POST /api/v1/framework/plan, POST /api/v1/framework/rehearsal
      POST /studio/framework/comparison            → POST /api/v1/framework/plan
      POST /studio/framework/versions              → PUT /api/v1/framework, POST /api/v1/framework/planned-changes
      GET /studio/framework/versions/{number}/framework.yaml → GET /api/v1/framework/versions/{number}
      GET /studio/framework/plans/{id}             → GET /api/v1/framework/planned-changes
      POST /studio/framework/plans/{id}/withdrawal → DELETE /api/v1/framework/planned-changes/{id}
      POST /studio/framework/pilots/preparation    → POST /api/v1/framework/pilots/preview
      POST /studio/framework/pilots                → POST /api/v1/framework/pilots
      GET /studio/framework/pilots/{id}            → GET /api/v1/framework/pilots/{id}, GET /api/v1/framework/pilots
      POST /studio/framework/pilots/{id}/end       → POST /api/v1/framework/pilots/{id}/end
      GET /schemas/framework.json                  → GET /api/v1/framework/schema

      GET /goals                                   → GET /api/v1/objectives
      GET /goals/{id}                              → GET /api/v1/objectives/{id}, GET /api/v1/objectives/{id}/key-results, GET /api/v1/objectives/{id}/check-ins
      GET /goals/{id}/below                        → GET /api/v1/objectives/{id}/below
      GET /goals/map                               → GET /api/v1/goals/map
      GET /goals/timeline                          → GET /api/v1/goals/timeline
      GET /goals/summary                           → GET /api/v1/cycles/{id}/summary, GET /api/v1/cycles
      GET /goals/export.csv                        → GET /api/v1/goals/file
      GET /goals/export.xlsx                       → GET /api/v1/goals/file
      GET /goals/new                               → GET /api/v1/goal-library, GET /api/v1/goal-library/{id}
      POST /goals/new                              → POST /api/v1/objectives
      POST /goals/saving                           → POST /api/v1/objectives
      GET /goals/{id}/edit                         → GET /api/v1/objectives/{id}
      POST /goals/{id}/edit                        → PUT /api/v1/objectives/{id}
      POST /goals/{id}/saving                      → PUT /api/v1/objectives/{id}
      POST /goals/preview                          → POST /api/v1/objectives/preview
      POST /goals/{id}/proposal                    → POST /api/v1/objectives/{id}/proposal
      POST /goals/{id}/withdrawal                  → POST /api/v1/objectives/{id}/withdrawal
      POST /goals/{id}/activation                  → POST /api/v1/objectives/{id}/activation
      POST /goals/{id}/closure                     → POST /api/v1/objectives/{id}/closure
      GET /goals/{id}/drop                         → POST /api/v1/objectives/{id}/drop
      POST /goals/{id}/drop                        → POST /api/v1/objectives/{id}/drop
      GET /goals/update                            → GET /api/v1/check-ins/waiting
      POST /goals/update                           → POST /api/v1/check-ins
      GET /goals/updated                           → GET /api/v1/objectives/{id}/key-results
      POST /goals/key-results/{id}/taking-back     → POST /api/v1/key-results/{id}/taking-back
      GET /goals/{id}/grade                        → GET /api/v1/objectives/{id}/grade
      POST /goals/{id}/grade                       → POST /api/v1/objectives/{id}/grade, POST /api/v1/objectives/{id}/successor
      POST /goals/{id}/grade/taking-back           → POST /api/v1/objectives/{id}/grade/taking-back
      GET /goals/{id}/status                       → GET /api/v1/objectives/{id}/status
      POST /goals/{id}/status                      → POST /api/v1/objectives/{id}/status-override, DELETE /api/v1/objectives/{id}/status-override
      GET /goals/key-results/{id}/status           → GET /api/v1/objectives/{id}/status
      POST /goals/key-results/{id}/status          → POST /api/v1/key-results/{id}/status-override, DELETE /api/v1/key-results/{id}/status-override
      GET /goals/{id}/reassignment                 → GET /api/v1/reassignments/waiting
      POST /goals/{id}/reassignment                → POST /api/v1/objectives/{id}/reassignment
      GET /goals/key-results/{id}/reassignment     → GET /api/v1/reassignments/waiting
      POST /goals/key-results/{id}/reassignment    → POST /api/v1/key-results/{id}/reassignment
      GET /goals/{id}/alignments                   → GET /api/v1/objectives/{id}/alignments, GET /api/v1/alignments/waiting
      POST /goals/{id}/alignments                  → POST /api/v1/objectives/{child}/alignments/{parent}/moves
      GET /goals/{child}/alignments/{parent}       → GET /api/v1/objectives/{child}/alignments/{parent}/moves
      POST /goals/{child}/alignments/{parent}      → POST /api/v1/objectives/{child}/alignments/{parent}/moves
      GET /goals/import                            → GET /api/v1/goals/imports
      POST /goals/import                           → POST /api/v1/goals/imports
      GET /goals/import/{id}                       → GET /api/v1/goals/imports/{id}
      POST /goals/import/{id}/understanding        → PUT /api/v1/goals/imports/{id}/understanding
      POST /goals/import/{id}/application          → POST /api/v1/goals/imports/{id}/application
      POST /goals/import/{id}/undo                 → POST /api/v1/goals/imports/{id}/reversal

      GET /goals/{id}/talk                         → GET /api/v1/objectives/{id}/comments, GET /api/v1/objectives/{id}/links, GET /api/v1/objectives/{id}/following
      POST /goals/{id}/talk                        → POST /api/v1/objectives/{id}/comments
      GET /goals/{id}/check-ins/{checkIn}          → GET /api/v1/objectives/{id}/comments, GET /api/v1/objectives/{id}/check-ins
      POST /goals/{id}/check-ins/{checkIn}         → POST /api/v1/objectives/{id}/comments
      POST /goals/{id}/check-ins/{checkIn}/reactions → PUT /api/v1/objectives/{id}/check-ins/{checkIn}/reactions/{kind}, DELETE /api/v1/objectives/{id}/check-ins/{checkIn}/reactions/{kind}
      POST /goals/{id}/follow                      → PUT /api/v1/objectives/{id}/following, DELETE /api/v1/objectives/{id}/following
      POST /goals/{id}/links                       → POST /api/v1/objectives/{id}/links
      POST /goals/{id}/links/{link}/removal        → DELETE /api/v1/objectives/{id}/links/{link}
      GET /goals/{id}/activity                     → GET /api/v1/objectives/{id}/activity
      GET /goals/activity                          → GET /api/v1/activity
      GET /teams/{id}/activity                     → GET /api/v1/teams/{id}/activity
      GET /comments/{id}                           → GET /api/v1/comments/{id}
      GET /comments/{id}/wordings                  → GET /api/v1/comments/{id}/wordings
      GET /comments/{id}/edit                      → GET /api/v1/comments/{id}
      POST /comments/{id}/edit                     → PATCH /api/v1/comments/{id}
      POST /comments/{id}/withdrawal               → DELETE /api/v1/comments/{id}
      GET /comments/{id}/hiding                    → GET /api/v1/comments/{id}
      POST /comments/{id}/hiding                   → PUT /api/v1/comments/{id}/hiding, DELETE /api/v1/comments/{id}/hiding
      POST /comments/{id}/reactions                → PUT /api/v1/comments/{id}/reactions/{kind}, DELETE /api/v1/comments/{id}/reactions/{kind}
      """;

  /// A page's route → why the API has none.
  private static final String EXCEPTIONS =
      """
      GET /sign-in                                 → a browser gets a session; a program has a token
      POST /sign-in                                → a browser gets a session; a program has a token
      POST /sign-in/as                             → only the throw-away demo has it
      POST /sign-out                               → a token is ended, not signed out
      GET /sign-in/link                            → a token is there already, or is made by somebody who can sign in
      POST /sign-in/link                           → a token is there already, or is made by somebody who can sign in
      POST /link/{token}/session                   → whoever opens the link signs in, in a browser
      GET /calendar/{token}.ics                    → what calendar programs read; its address is made by an act of the API
      GET /digest/{token}                          → the page behind a link in a mail; check-ins have their own act
      POST /digest/{token}                         → the page behind a link in a mail; check-ins have their own act
      GET /give/{token}                            → a guest from outside answers in a browser
      GET /give/{token}/{invitation}               → a guest from outside answers in a browser
      POST /give/{token}/{invitation}              → a guest from outside answers in a browser
      POST /give/{token}/{invitation}/autosave     → a guest from outside answers in a browser
      POST /give/{token}/{invitation}/withdrawal   → a guest from outside answers in a browser
      POST /give/{token}/{invitation}/decline      → a guest from outside answers in a browser
      GET /studio/messages/previews                → what mails look like
      GET /studio/messages/previews/{kind}         → what mails look like
      GET /start/{token}                           → the one-time link makes the first administrator in a browser
      POST /start/{token}                          → the one-time link makes the first administrator in a browser
      GET /link/{token}                            → whoever opens the link chooses a password, in a browser
      POST /link/{token}                           → whoever opens the link chooses a password, in a browser
      POST /account/password                       → a token that could set the password would be worth the account
      POST /account/tokens                         → a token that could make tokens would outlive its days and scopes
      POST /studio/services                        → a token that could make tokens would outlive its days and scopes
      POST /studio/services/{service}/tokens       → a token that could make tokens would outlive its days and scopes
      POST /appearance                             → light or dark is one browser's
      GET /studio                                  → only leads to the studio's first page
      POST /studio/framework/settings              → writes fields into the document; a program sends the document
      POST /studio/framework/file                  → opens a file in the editor; a program sends the document
      GET /studio/framework/drafts/{id}            → what an editor's window keeps; a program keeps its own text
      POST /studio/framework/drafts/{id}/removal   → what an editor's window keeps; a program keeps its own text
      GET /goals/{id}/mentions                     → completes a name while somebody types; a program searches people
      POST /setup/people/chart                     → draws what is being written; nothing is stored
      POST /setup/objective                        → opens the editor with an example; a program sends the objective
      POST /setup/steps/{step}                     → notes that somebody opened a page of the first run
      POST /setup/end                              → takes the way back off the pages
      POST /studio/access/preview                  → a preview is of one browser session
      POST /studio/access/preview/end              → a preview is of one browser session
      GET /assets/**                               → what pages are drawn with
      """;

  @Autowired
  @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

  @Test
  void allThatAPageCanDoTheApiCanDo() {
    Set<String> pages = new TreeSet<>(routes());
    pages.removeIf(route -> route.contains(" /api/") || route.contains(" /dev/"));
    Set<String> explained = new TreeSet<>(table(COUNTERPARTS).keySet());
    explained.addAll(table(EXCEPTIONS).keySet());
    Set<String> missing = new TreeSet<>(pages);
    missing.removeAll(explained);
    assertThat(missing).as("give each page act its act in the API, or the reason here").isEmpty();
    explained.removeAll(pages);
    assertThat(explained).as("these pages are no more").isEmpty();
  }

  @Test
  void everyNamedRouteOfTheApiIsThere() {
    Set<String> named =
        table(COUNTERPARTS).values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).allMatch(route -> route.contains(" /api/v1/"));
    named.removeAll(routes());
    assertThat(named).isEmpty();
  }

  private Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    mapping
        .getHandlerMethods()
        .forEach((info, handler) -> {
          if (handler.getBeanType().getPackageName().startsWith("io.fairlead.")) {
            for (String path : info.getPatternValues()) {
              info.getMethodsCondition()
                  .getMethods()
                  .forEach(method -> routes.add(method.name() + " " + path));
            }
          }
        });
    return routes;
  }

  private static Map<String, List<String>> table(String text) {
    Map<String, List<String>> table = new LinkedHashMap<>();
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      List<String> sides = new ArrayList<>(Arrays.asList(line.split("→", 2)));
      assertThat(sides).as(line).hasSize(2);
      List<String> values = Arrays.stream(sides.get(1).split(", ", -1)).map(String::strip).toList();
      assertThat(table.put(sides.getFirst().strip(), values)).as(line).isNull();
    }
    return table;
  }
}
