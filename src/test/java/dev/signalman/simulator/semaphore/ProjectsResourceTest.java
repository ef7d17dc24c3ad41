package dev.signalman.simulator.semaphore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProjectsResourceTest extends ResourceTestCase {
    @Test
    void aProjectIsFoundByNameAndNeverById() throws Exception {
        var found = get("/projects/web");
        assertThat(json(found).path("metadata").path("id").asText()).isEqualTo(web.id());
        assertThat(json(found)
                        .path("spec")
                        .path("repository")
                        .path("pipeline_file")
                        .asText())
                .isEqualTo(".semaphore/semaphore.yml");
        assertThat(found.headers().firstValue("content-type")).isEmpty();
        var byId = get("/projects/" + web.id());
        assertThat(byId.statusCode()).isEqualTo(404);
        assertThat(byId.body()).isEqualTo("{\"message\":\"Not found\"}");
    }

    @Test
    void pagesSayWhetherThereIsMoreAndHaveNoLinks() throws Exception {
        semaphore.addProject("api");
        semaphore.settings().projectsPerPage(1);
        var first = get("/projects");
        assertThat(first.headers().firstValue("x-has-more")).hasValue("true");
        assertThat(first.headers().firstValue("x-page")).hasValue("1");
        assertThat(first.headers().firstValue("link")).isEmpty();
        var second = get("/projects?page=2");
        assertThat(json(second).path(0).path("metadata").path("name").asText()).isEqualTo("api");
        assertThat(second.headers().firstValue("x-has-more")).hasValue("false");
        assertThat(get("/projects?page=3").body()).isEqualTo("[]");
        var beyond = get("/projects?page=101");
        assertThat(beyond.statusCode()).isEqualTo(400);
        assertThat(beyond.body()).isEqualTo("{\"message\":\"page must be at most 100\"}");
    }

    @Test
    void oneSeesOnlyWhatOneMayRead() throws Exception {
        semaphore.addProject("secret");
        semaphore.user("eve").isEverywhere(Role.STRANGER).is(Role.READER, "web");
        assertThat(json(as("eve", "GET", "/projects", JSON, "")).findValuesAsText("name"))
                .contains("web")
                .doesNotContain("secret");
        assertThat(as("eve", "GET", "/projects/secret", JSON, "").statusCode()).isEqualTo(404);
    }
}
