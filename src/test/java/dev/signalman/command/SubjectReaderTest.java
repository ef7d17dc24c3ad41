package dev.signalman.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectReaderTest {
    private static final String ID = "3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28";

    private final Grammar grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));

    private Subject subject(String words) {
        return ((Status) grammar.read("status " + words)).subject();
    }

    private static Subject newest(@Nullable SubjectKind subjectKind, String project, @Nullable String branch) {
        return new Subject.Newest(subjectKind, project, branch);
    }

    @Test
    void nothingIsASubject() {
        assertThat(subject("")).isEqualTo(new Subject.Unsaid());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "web; web;",
                "web@main; web; main",
                "web@refs/tags/v1.2; web; refs/tags/v1.2",
                "web@pull-request-7; web; pull-request-7",
                "web@feature/a@b#1=2; web; feature/a@b#1=2",
                "web@\"two words\"; web; two words",
                "“my web”@main; my web; main",
                "\"we@b\"@main; we@b; main",
                "\"pipeline\"; pipeline;",
                "pipeline@main; pipeline; main",
                "\"https://x/y\"; https://x/y;",
                "\"3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28\"; 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28;",
                "promote; promote;",
                "deadbeef; deadbeef;"
            })
    void aProjectAndPerhapsABranchIsTheNewestThere(String words, String project, @Nullable String branch) {
        assertThat(subject(words)).isEqualTo(newest(null, project, branch));
    }

    @Test
    void anIdIsOneWithOrWithoutANoun() {
        assertThat(subject(ID)).isEqualTo(new Subject.Id(null, ID));
        assertThat(subject(ID.toUpperCase(java.util.Locale.ROOT))).isEqualTo(new Subject.Id(null, ID));
        assertThat(subject("Pipeline " + ID)).isEqualTo(Subject.pipeline(ID));
        assertThat(subject("workflow " + ID)).isEqualTo(Subject.workflow(ID));
        assertThat(subject("job " + ID)).isEqualTo(Subject.job(ID));
    }

    @Test
    void aNounNarrowsWhatFollowsAndIsFollowedByAName() {
        assertThat(subject("workflow web@main")).isEqualTo(newest(SubjectKind.WORKFLOW, "web", "main"));
        assertThat(subject("project pipeline")).isEqualTo(newest(SubjectKind.PROJECT, "pipeline", null));
        assertThat(subject("project promote")).isEqualTo(newest(SubjectKind.PROJECT, "promote", null));
        assertThat(subject("pipeline pipeline@pipeline"))
                .isEqualTo(newest(SubjectKind.PIPELINE, "pipeline", "pipeline"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pipeline",
                "@main",
                "web@",
                "\"\"",
                "web two",
                "to",
                "web@main extra",
                "a=b",
                "my-web=x",
                "3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f2",
                "3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f288",
                "3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f2g",
                "3f2b8c1d52a74e0f9b64d1c7a90e6f28",
                "3f2b8c1d-52a7",
                "job 3f2b8c1d-52a7-4e0f",
                "2f5b6c1de8a94b7f3c0d9e1a5b8c7d6e4f3a2b1c"
            })
    void whatIsNoSubjectIsRefused(String words) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> subject(words))
                .satisfies(refusal -> assertThat(refusal.sentences())
                        .contains("/semaphore status web@main", "/semaphore help status"));
    }

    @Test
    void somethingLikeAnIdIsToldThatItIsNone() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> subject("3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f2"))
                .withMessageContaining(
                        "looks like an id but isn't one: ids have 36 characters (8-4-4-4-12 hexadecimal digits), and "
                                + "this has")
                .withMessageContaining("this has 35");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> subject("2f5b6c1de8a94b7f3c0d9e1a5b8c7d6e4f3a2b1c"))
                .withMessageContaining("looks like a commit");
    }
}
