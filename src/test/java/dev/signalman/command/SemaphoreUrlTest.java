package dev.signalman.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemaphoreUrlTest {
    private static final String ID = "3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28";
    private static final String OTHER = "5f1d3c0e-8a4b-4c59-9d27-6b0e2f7a1c34";
    private static final String ACME = "https://acme.semaphoreci.com";

    private static Subject subject(String organization, String words) {
        return ((Stop) new Grammar(URI.create(organization)).read("stop " + words)).subject();
    }

    private static Subject subject(String words) {
        return subject(ACME, words);
    }

    @Test
    void aPageIsWhatItShows() {
        assertThat(subject(ACME + "/workflows/" + ID)).isEqualTo(Subject.workflow(ID));
        assertThat(subject(ACME + "/workflows/" + ID + "/artifacts")).isEqualTo(Subject.workflow(ID));
        assertThat(subject(ACME + "/workflows/" + ID + "?pipeline_id=" + OTHER)).isEqualTo(Subject.pipeline(OTHER));
        assertThat(subject(ACME + "/workflows/" + ID + "/summary?tab=x&pipeline_id=" + OTHER + "#top"))
                .isEqualTo(Subject.pipeline(OTHER));
        assertThat(subject(ACME + "/jobs/" + ID)).isEqualTo(Subject.job(ID));
        assertThat(subject(ACME + "/projects/web")).isEqualTo(new Subject.Newest(null, "web", null));
        assertThat(subject(ACME + "/projects/my%20web/branches")).isEqualTo(new Subject.Newest(null, "my web", null));
        assertThat(subject(ACME + "/projects/" + ID)).isEqualTo(new Subject.Id(SubjectKind.PROJECT, ID));
    }

    @Test
    void aNounSaysWhatOfAPageIsMeant() {
        var page = ACME + "/workflows/" + ID + "?pipeline_id=" + OTHER;
        assertThat(subject("workflow " + page)).isEqualTo(Subject.workflow(ID));
        assertThat(subject("pipeline " + page)).isEqualTo(Subject.pipeline(OTHER));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> subject("job " + page))
                .withMessageContaining("is a pipeline, not a job");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> subject("pipeline " + ACME + "/workflows/" + ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.semaphoreci.com:443/jobs/",
                "http://acme.semaphoreci.com/jobs/",
                "HTTPS://ACME.SemaphoreCI.com/jobs/",
                "acme.semaphoreci.com/jobs/",
                "<https://acme.semaphoreci.com/jobs/"
            })
    void theOrganizationMayBeSpeltAsBrowsersAndChatsDo(String spelling) {
        assertThat(subject(spelling.replace("<", "") + ID)).isEqualTo(Subject.job(ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.semaphoreci.com.evil.org/jobs/",
                "https://evil.org/#acme.semaphoreci.com/jobs/",
                "https://evil.org/jobs/",
                "https://acme.semaphoreci.com@evil.org/jobs/",
                "https://evil.org\\@acme.semaphoreci.com/jobs/",
                "https://bob:secret@acme.semaphoreci.com/jobs/",
                "https://acme.semaphoreci.com:8443/jobs/",
                "https://xacme.semaphoreci.com/jobs/",
                "https://semaphoreci.com/jobs/",
                "https://acme.semaphoreci.com./jobs/",
                "ftp://acme.semaphoreci.com/jobs/",
                "https:/acme.semaphoreci.com/jobs/",
                "https:///jobs/",
                "https://аcme.semaphoreci.com/jobs/",
                "http://169.254.169.254/jobs/",
                "file:///jobs/"
            })
    void anotherHostIsRefused(String elsewhere) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> subject(elsewhere + ID));
    }

    @Test
    void portAndPathPrefixBelongToTheOrganization() {
        var local = "http://localhost:8080/semaphore/";
        assertThat(subject(local, "http://localhost:8080/semaphore/jobs/" + ID)).isEqualTo(Subject.job(ID));
        for (var elsewhere : new String[] {
            "http://localhost/semaphore/jobs/", "http://localhost:8080/jobs/", "http://localhost:8080/semaphores/jobs/"
        }) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> subject(local, elsewhere + ID));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/workflows",
                "/workflows/",
                "/workflows/12",
                "/workflows/" + ID + "?pipeline_id=12",
                "/jobs/12",
                "/projects",
                "/projects/",
                "/projects/%20",
                "/branches/" + ID,
                "/people",
                "/pipelines/" + ID,
                "/api/v1alpha/jobs/" + ID
            })
    void aPageThatNamesNoSubjectIsRefused(String page) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> subject(ACME + page));
    }

    @Test
    void aBranchPageIsToldWhatWouldBeRight() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> subject(ACME + "/branches/" + ID))
                .withMessageContaining("web@main");
    }
}
