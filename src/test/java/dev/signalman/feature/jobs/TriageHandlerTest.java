package dev.signalman.feature.jobs;

import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.malformed;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.LogExcerpt;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.card.TextSpan;
import dev.signalman.command.Triage;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Person.Standing;
import dev.signalman.feature.FeatureFixture;
import dev.signalman.feature.PlainText;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.simulator.semaphore.JobPlan;
import dev.signalman.simulator.semaphore.PipelinePlan;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The message for each kind of failure, with a moved clock. */
class TriageHandlerTest {
    private static final String FILE = ".semaphore/semaphore.yml";
    private static final JobPlan FAILING =
            job("rspec").commands("checkout", "rspec").fails(3, "1 failure\n");

    private FeatureFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new FeatureFixture(AccessRules.NONE);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private void plan(JobPlan... jobs) {
        plan(pipeline(FILE, "Tests").block("Test", jobs));
    }

    private void plan(PipelinePlan plan) {
        fixture.semaphore.addProject("web").plan(plan);
    }

    private String run() {
        var id = fixture.semaphore.push("web", "main", "x", "bob").pipelineId();
        fixture.clock.advance(Duration.ofMinutes(2));
        return id;
    }

    private String ran() {
        var id = run();
        fixture.lacking.put(id, List.of("C0BUILDS"));
        return id;
    }

    private Outcome triage(String pipelineId, String options) {
        return fixture.saysToItself("triage " + pipelineId + " " + options);
    }

    private Card said(String pipelineId, String options) {
        return triage(pipelineId, options).deliveries().get(0).card();
    }

    private Card said(String pipelineId) {
        return said(pipelineId, "attempt=1");
    }

    private static List<String> buttons(Card card) {
        var actions = card instanceof LogExcerpt excerpt ? excerpt.actions() : ((TextCard) card).actions();
        return actions.buttons().stream().map(Button::label).toList();
    }

    private static String mentioned(Card card) {
        return ((LogExcerpt) card)
                .headline().spans().stream()
                        .filter(TextSpan.Mention.class::isInstance)
                        .map(span -> ((TextSpan.Mention) span).userId())
                        .collect(Collectors.joining(","));
    }

    @Test
    void ofSeveralFailedJobsTheFirstIsShownAndTheOthersAreNamed() {
        plan(job("lint").commands("checkout", "lint").fails(2, "a\nb\n"), FAILING, FAILING, job("docs"));
        var card = (LogExcerpt) said(ran());
        assertThat(PlainText.of(card.headline())).startsWith("Test › lint ended with exit code 2 in lint");
        assertThat(card.body()).isEqualTo("a\nb");
        assertThat(card.small()).contains("2 more jobs failed: rspec 1 of 2, rspec 2 of 2.");
        assertThat(buttons(card)).containsExactly("Rebuild failed", "Logs");
    }

    @Test
    void jobsOfOneNameAreToldApartInThePast() {
        plan(FAILING, job("rspec"));
        run();
        fixture.semaphore.addProject("web").plan(pipeline(FILE, "Tests").block("Test", job("rspec"), FAILING));
        var first = (LogExcerpt) said(ran());
        assertThat(PlainText.of(first.headline())).startsWith("Test › rspec 2 of 2 ");
        assertThat(first.small()).startsWith("New: this job passed in the last run of main.");
    }

    @Test
    void ofALongPastTheLastTenRunsCount() {
        plan(FAILING);
        run();
        run();
        plan(job("rspec"));
        for (int n = 0; n < 8; n++) {
            run();
        }
        plan(FAILING);
        run();
        fixture.semaphore.forgetCalls();
        var card = (LogExcerpt) said(ran());
        assertThat(card.small()).startsWith("This job failed 2 of the last 10 runs of main.");
        assertThat(fixture.semaphore.calls()).as("calls to Semaphore").hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void onAnotherBranchItWasAnotherPast() {
        plan(FAILING);
        fixture.semaphore.push("web", "other", "x", "bob");
        fixture.clock.advance(Duration.ofMinutes(2));
        assertThat(((LogExcerpt) said(ran())).small()).startsWith("No earlier runs of this job on main.");
    }

    @Test
    void ofAJobThatNeverRanSemaphoresReasonIsSaid() {
        plan(job("rspec").failsBeforeStart("No agent of that type <!here>, token=abcdef"));
        var card = (TextCard) said(ran());
        assertThat(card.sentence()).isEqualTo("web failed on main in Test, rspec.");
        assertThat(card.small()).contains("Semaphore says: No agent of that type <!here>, token=[masked].");
        assertThat(buttons(card)).containsExactly("Rebuild failed", "Logs");
    }

    @Test
    void theLogOfASelfHostedAgentIsShownToo() {
        plan(FAILING.onOwnAgent());
        assertThat(((LogExcerpt) said(ran())).body()).isEqualTo("1 failure");
    }

    @Test
    void aFailingCommandThatPrintedNothingIsNamed() {
        plan(job("rspec").commands("rspec").fails(3, ""));
        var card = said(ran());
        assertThat(card.toString()).contains("exit code 3");
    }

    @Test
    void ofAMalformedFileTheFaultIsShownWithItsSecretsMasked() {
        plan(malformed(FILE, "line 3: unknown key <!channel>\npassword=hunter2"));
        var card = (LogExcerpt) said(ran());
        assertThat(PlainText.of(card.headline())).startsWith("No job ran: the pipeline file is invalid");
        assertThat(card.body()).isEqualTo("line 3: unknown key <!channel>\npassword=[masked]");
        assertThat(buttons(card)).isEmpty();
    }

    @Test
    void inSharedChannelsNeitherLogNorFaultIsShownNorWhereSlackIsSilent() {
        fixture.team.channel("C0SHARED", true, true);
        plan(FAILING);
        var failed = ran();
        fixture.lacking.put(failed, List.of("C0BUILDS", "C0SHARED", "C0SILENT"));
        var said = triage(failed, "attempt=1").deliveries();
        assertThat(said)
                .extracting(each -> ((Delivery.UnderPipeline) each).channel())
                .hasSize(3);
        assertThat(said.get(0).card().toString()).contains("1 failure");
        assertThat(said.get(1).card().toString()).doesNotContain("1 failure").contains("whole log", "rspec");
        assertThat(said.get(2).card().toString()).doesNotContain("1 failure");

        plan(malformed(FILE, "the secret plan"));
        var faulty = ran();
        fixture.lacking.put(faulty, List.of("C0SHARED"));
        assertThat(said(faulty).toString())
                .contains("No job ran: the pipeline file is invalid")
                .doesNotContain("secret plan");
    }

    @ParameterizedTest
    @EnumSource(names = "MEMBER", mode = EnumSource.Mode.EXCLUDE)
    void onlyAFullMemberIsMentioned(Standing standing) {
        plan(FAILING);
        var failed = ran();
        fixture.team.is("GUS", standing);
        var card = (LogExcerpt) said(failed, "author=\"gus@acme.example\" told=C0BUILDS attempt=0");
        assertThat(mentioned(card)).isEmpty();
        assertThat(PlainText.of(card.headline())).startsWith("GUS: ");
    }

    @Test
    void aMemberIsMentionedWhereThatIsWantedAndSomebodyUnknownIsCalledByLogin() {
        plan(FAILING);
        var failed = ran();
        fixture.lacking.put(failed, List.of("C0BUILDS", "C0OTHER"));
        var said = triage(failed, "author=\"bob@acme.example\" told=C0OTHER attempt=0")
                .deliveries();
        assertThat(mentioned(said.get(0).card())).isEmpty();
        assertThat(mentioned(said.get(1).card())).isEqualTo("BOB");
        var unknown = (LogExcerpt) said(failed, "author=\"bob@elsewhere.example\" told=C0BUILDS attempt=0");
        assertThat(PlainText.of(unknown.headline())).startsWith("bob: ");
        assertThat(unknown.toString()).doesNotContain("elsewhere");
    }

    @Test
    void withoutAnAuthorTheNotificationIsWaitedForOnceAndASilentSlackForAMinute() {
        plan(FAILING);
        var failed = ran();
        var waits = triage(failed, "told=C0BUILDS attempt=0");
        assertThat(waits.deliveries()).isEmpty();
        assertThat(waits.followUps()).singleElement().satisfies(next -> {
            assertThat(next.delay()).isEqualTo(Duration.ofSeconds(3));
            assertThat(next.command()).isEqualTo(new Triage(failed, null, List.of("C0BUILDS"), 1));
        });
        var author = "author=\"silent@acme.example\" told=C0BUILDS ";
        assertThat(triage(failed, author + "attempt=5").followUps()).hasSize(1);
        assertThat(PlainText.of(headline(said(failed, author + "attempt=6")))).startsWith("bob: ");
    }

    private static Text headline(Card card) {
        return card instanceof LogExcerpt excerpt
                ? excerpt.headline()
                : ((TextCard) card).lines().get(0);
    }

    @Test
    void anUnreadableLogIsWaitedForAMinuteAndThenSaidToBe() {
        plan(FAILING);
        var failed = ran();
        fixture.semaphore.fault(SemaphoreFault.on("GET", "/logs/*").always().unavailable());
        assertThat(triage(failed, "attempt=5").followUps())
                .singleElement()
                .satisfies(next -> assertThat(next.delay()).isEqualTo(Duration.ofSeconds(32)));
        var card = (TextCard) said(failed, "attempt=6");
        assertThat(card.small().toString()).contains("No log. Semaphore says: ");
    }

    @Test
    void anUnreadablePastIsLeftOut() {
        plan(FAILING);
        var failed = ran();
        fixture.semaphore.fault(SemaphoreFault.on("GET", "/pipelines").always().internalError());
        assertThat(triage(failed, "attempt=2").followUps()).hasSize(1);
        assertThat(((LogExcerpt) said(failed, "attempt=6")).small()).startsWith("This command's whole output");
    }

    @Test
    void whereAllIsSaidSemaphoreIsAskedNothing() {
        plan(FAILING);
        var failed = run();
        fixture.semaphore.forgetCalls();
        assertThat(triage(failed, "attempt=1")).isEqualTo(Outcome.nothing());
        assertThat(fixture.semaphore.calls()).isEmpty();
    }

    @Test
    void aPipelineThatIsGoneIsLookedForAMinute() {
        var gone = "7f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28";
        fixture.lacking.put(gone, List.of("C0BUILDS"));
        plan(FAILING);
        assertThat(triage(gone, "attempt=5").followUps()).hasSize(1);
        assertThat(triage(gone, "attempt=6")).isEqualTo(Outcome.nothing());
        fixture.semaphore.fault(SemaphoreFault.everywhere().always().internalError());
        assertThat(triage(gone, "attempt=7").followUps()).hasSize(1);
    }
}
