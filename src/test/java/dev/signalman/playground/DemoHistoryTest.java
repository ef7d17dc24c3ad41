package dev.signalman.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The history before the demo. */
final class DemoHistoryTest {
    private static PageClient page;

    @BeforeAll
    static void open() throws IOException {
        page = new PageClient();
    }

    @AfterAll
    static void close() {
        page.close();
    }

    @Test
    void theOrganizationHasAPastOfEveryKind() {
        var ci = page.asks("ci").body();
        assertThat(ci.path("projects").findValuesAsText("name")).contains("web", "api", "infra");
        assertThat(ci.path("projects").findValuesAsText("state"))
                .contains("passed", "failed", "stopped", "canceled", "waiting");
        assertThat(ci.path("projects").findValuesAsText("branch"))
                .contains("main", "feature/vat", "tag v2.4.0", "pull request 41");
        assertThat(ci.path("agents").findValuesAsText("type")).contains("s1-acme-large", "s1-acme-arm");
        var web = PageClient.newest(
                        page.project("web").path("pipelines"),
                        each -> each.path("promotedAs").asText().equals("production"))
                .orElseThrow();
        assertThat(web.path("state").asText()).isEqualTo("passed");
        var parent = page.pipeline("web", web.path("promotedFrom").asText());
        assertThat(parent.path("promotions").findValuesAsText("by")).containsExactly("bob", "carol");
        assertThat(parent.path("promotable").findValuesAsText("name")).contains("staging", "production", "REGION");
    }

    @Test
    void productionOfApiIsChainedBehindItsStaging() {
        var deploy = PageClient.newest(
                        page.project("api").path("pipelines"),
                        each -> each.path("promotedAs").asText().equals("production"))
                .orElseThrow();
        var staging = page.pipeline("api", deploy.path("promotedFrom").asText());
        assertThat(staging.path("promotedAs").asText()).isEqualTo("staging");
        assertThat(staging.path("name").asText()).isEqualTo("Deploy to staging");
    }
}
