package dev.signalman.feature.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.card.ListCard;
import dev.signalman.command.Refusal;
import dev.signalman.command.Suggestion;
import dev.signalman.command.Use;
import dev.signalman.dispatch.Delivery;
import dev.signalman.feature.FeatureFixture;
import dev.signalman.feature.PlainText;
import dev.signalman.feature.access.AccessRules;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectHandlersTest {
    private FeatureFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new FeatureFixture(AccessRules.NONE);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void projectsAreListedWithTheOneThatTheChannelMeans() {
        fixture.semaphore.addProject("web");
        fixture.semaphore.addProject("api");
        fixture.write(fixture.types("use web@release"));

        var card = (ListCard) fixture.types("projects").deliveries().get(0).card();

        assertThat(PlainText.of(card.rows()))
                .anySatisfy(row -> assertThat(row).isEqualTo("web  ← this channel, release"));
        assertThat(card.sentence()).isEqualTo("I see 2 projects in Semaphore. This channel's default: web@release.");
        assertThat(card.actions().menu()).isNotNull();
    }

    @Test
    void namesThatDoNotExistCostOneListInTwoSeconds() {
        fixture.semaphore.addProject("web");
        for (int seconds = 0; seconds < 6; seconds++) {
            for (var name : List.of("wbe", "wep", "ewb")) {
                assertThatThrownBy(() -> fixture.types("use " + name)).isInstanceOf(Refusal.class);
            }
            fixture.clock.advance(Duration.ofSeconds(1));
        }
        assertThat(fixture.semaphore.calls())
                .filteredOn(call -> call.path().endsWith("/projects"))
                .hasSize(3);
        assertThat(fixture.semaphore.calls())
                .filteredOn(call -> !call.path().endsWith("/projects"))
                .as("each is asked for by its name, too, since the list may lack it")
                .hasSize(18);
    }

    @Test
    void aTokenThatSeesNothingSaysWhatToDo() {
        assertThatThrownBy(() -> fixture.types("projects"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("add the bot's account");
    }

    @Test
    void aChoiceIsSaidInTheChannelByNameAndHoldsFromThenOn() {
        fixture.semaphore.addProject("web");
        fixture.semaphore.addProject("api");

        var outcome = fixture.types("use web");
        fixture.write(outcome);
        fixture.write(fixture.types("use api@main"));

        var delivery = (Delivery.ToPlace) outcome.deliveries().get(0);
        assertThat(delivery.place()).isEqualTo(FeatureFixture.BUILDS);
        assertThat(delivery.card().toString()).contains("Alice set this channel's default project to web.");
        assertThat(choice()).isEqualTo("api main");
    }

    @Test
    void nothingIsWrittenUntilTheOutcomeIs() {
        fixture.semaphore.addProject("web");

        fixture.types("use web");

        assertThat(choice()).isEmpty();
    }

    @Test
    void aChoiceCanBeCleared() {
        fixture.semaphore.addProject("web");
        fixture.write(fixture.types("use web"));

        fixture.write(fixture.types("use nothing"));

        assertThat(choice()).isEmpty();
        assertThat(fixture.types("use nothing").deliveries().get(0)).isInstanceOf(Delivery.ToAsker.class);
    }

    @Test
    void aMisspeltProjectIsRefusedWithTheNearest() {
        fixture.semaphore.addProject("website");

        assertThatThrownBy(() -> fixture.types("use webiste@main"))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::suggestions)
                .asInstanceOf(InstanceOfAssertFactories.list(Suggestion.class))
                .containsExactly(new Suggestion("website", new Use("website", "main")));
    }

    private String choice() {
        return fixture.jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT project, branch FROM channel_project WHERE channel = 'C0BUILDS'")
                .map((row, context) -> row.getString("project")
                        + (row.getString("branch") == null ? "" : " " + row.getString("branch")))
                .findOne()
                .orElse(""));
    }
}
