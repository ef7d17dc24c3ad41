package dev.signalman.feature.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.card.Listing;
import dev.signalman.command.Refusal;
import dev.signalman.command.Suggestion;
import dev.signalman.command.Use;
import dev.signalman.dispatch.Delivery;
import dev.signalman.feature.Bench;
import dev.signalman.feature.Plain;
import dev.signalman.feature.access.AccessRules;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectsTest {
    private Bench bench;

    @BeforeEach
    void start() throws IOException {
        bench = new Bench(AccessRules.NONE);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void projectsAreListedWithTheOneThatTheChannelMeans() {
        bench.semaphore.addProject("web");
        bench.semaphore.addProject("api");
        bench.write(bench.types("use web@release"));

        var card = (Listing) bench.types("projects").deliveries().get(0).card();

        assertThat(Plain.of(card.rows())).anySatisfy(row -> assertThat(row).isEqualTo("web  ← this channel, release"));
        assertThat(card.sentence()).isEqualTo("I see 2 projects in Semaphore; this channel means web@release.");
        assertThat(card.actions().menu()).isNotNull();
    }

    @Test
    void namesThatDoNotExistCostOneListInTwoSeconds() {
        bench.semaphore.addProject("web");
        for (int seconds = 0; seconds < 6; seconds++) {
            for (var name : List.of("wbe", "wep", "ewb")) {
                assertThatThrownBy(() -> bench.types("use " + name)).isInstanceOf(Refusal.class);
            }
            bench.clock.advance(Duration.ofSeconds(1));
        }
        assertThat(bench.semaphore.calls())
                .filteredOn(call -> call.path().endsWith("/projects"))
                .hasSize(3);
        assertThat(bench.semaphore.calls())
                .filteredOn(call -> !call.path().endsWith("/projects"))
                .as("each is asked for by its name, too, since the list may lack it")
                .hasSize(18);
    }

    @Test
    void aTokenThatSeesNothingSaysWhatToDo() {
        assertThatThrownBy(() -> bench.types("projects"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("add the token's owner");
    }

    @Test
    void aChoiceIsSaidInTheChannelByNameAndHoldsFromThenOn() {
        bench.semaphore.addProject("web");
        bench.semaphore.addProject("api");

        var outcome = bench.types("use web");
        bench.write(outcome);
        bench.write(bench.types("use api@main"));

        var delivery = (Delivery.ToPlace) outcome.deliveries().get(0);
        assertThat(delivery.place()).isEqualTo(Bench.BUILDS);
        assertThat(delivery.card().toString()).contains("Alice set this channel's project to web.");
        assertThat(choice()).isEqualTo("api main");
    }

    @Test
    void nothingIsWrittenUntilTheOutcomeIs() {
        bench.semaphore.addProject("web");

        bench.types("use web");

        assertThat(choice()).isEmpty();
    }

    @Test
    void aChoiceCanBeCleared() {
        bench.semaphore.addProject("web");
        bench.write(bench.types("use web"));

        bench.write(bench.types("use nothing"));

        assertThat(choice()).isEmpty();
        assertThat(bench.types("use nothing").deliveries().get(0)).isInstanceOf(Delivery.ToAsker.class);
    }

    @Test
    void aMisspeltProjectIsRefusedWithTheNearest() {
        bench.semaphore.addProject("website");

        assertThatThrownBy(() -> bench.types("use webiste@main"))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::suggestions)
                .asInstanceOf(InstanceOfAssertFactories.list(Suggestion.class))
                .containsExactly(new Suggestion("website", new Use("website", "main")));
    }

    private String choice() {
        return bench.jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT project, branch FROM channel_project WHERE channel = 'C0BUILDS'")
                .map((row, context) -> row.getString("project")
                        + (row.getString("branch") == null ? "" : " " + row.getString("branch")))
                .findOne()
                .orElse(""));
    }
}
