package dev.signalman.semaphore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.domain.Page;
import dev.signalman.domain.Pipeline;
import dev.signalman.semaphore.Pipelines.Filter;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingOverHttpTest {
    /** Pages like Semaphore's: clamped to the last one, with links to an internal host over plain HTTP. */
    private static Reply page(HttpCall call, int items, int size) {
        int asked = call.queryParameters().getOrDefault("page", List.of("1")).stream()
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(1);
        int last = Math.max(1, (items + size - 1) / size);
        int given = Math.min(asked, last);
        var link = "<http://inner:4004/api/v1alpha/pipelines?page=1&page_size=" + size + ">; rel=\"first\", "
                + "<http://inner:4004/api/v1alpha/pipelines?page=" + last + ">; rel=\"last\"";
        if (given < last) {
            link = "<http://inner:4004/api/v1alpha/pipelines?branch_name=a%2Cb&page=" + (given + 1)
                    + "&project_id=p>; rel=\"next\", " + link;
        }
        var body = IntStream.range((given - 1) * size, Math.min(items, given * size))
                .mapToObj(number -> "{\"ppl_id\": \"p" + number + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        return Reply.bare(200, body).with("link", link).with("page-number", Integer.toString(given));
    }

    @Property(tries = 15)
    void allPagesTogetherAreAllItemsOnce(
            @ForAll @IntRange(max = 60) int items, @ForAll @IntRange(min = 1, max = 35) int size) throws IOException {
        try (var semaphore = new ScriptedSemaphore()) {
            semaphore.answersTo(call -> page(call, items, size));
            var pipelines = semaphore.client().pipelines();
            List<String> seen = new ArrayList<>();
            @Nullable String next = null;
            do {
                Page<Pipeline> page = pipelines.list(Filter.ofProject("p").pageOf(size), next);
                page.items().forEach(pipeline -> seen.add(pipeline.id()));
                next = page.next();
            } while (next != null);

            assertThat(seen)
                    .containsExactlyElementsOf(
                            IntStream.range(0, items).mapToObj(n -> "p" + n).toList());
            assertThat(semaphore.calls()).hasSize(Math.max(1, (items + size - 1) / size));
            assertThat(pipelines.list(Filter.ofProject("p"), "99").items()).isEmpty();
            assertThat(pipelines.list(Filter.ofProject("p"), "99").next()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<http://evil.example/?page=2>; rel=\"next\"",
                "<http://h/?page=1>; rel=\"first\", <http://h/?page_size=9&page=2&x=,>; rel=next",
                "<?page=2>;title=\"a\"; REL = \"NEXT\"",
            })
    void onlyThePageOfTheNextLinkIsTaken(String link) {
        assertThat(LinkHeader.next(List.of("<http://h/?page=7>; rel=\"prev\"", link)))
                .isEqualTo(new PageNumber(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "<http://h/?page=2>; rel=\"last\"",
                "<http://h/?page=2>; rel=\"nextish\"",
                "<http://h/?per_page=2>; rel=\"next\"",
                "<http://h/?page=0>; rel=\"next\"",
                "<http://h/?page=-1>; rel=\"next\"",
                "<http://h/?page=99999999999999999999>; rel=\"next\"",
                "<http://h/?page=2; rel=\"next\"",
            })
    void whereNoNextPageCanBeReadThereIsNone(String link) {
        assertThat(LinkHeader.next(List.of(link))).isNull();
    }

    @Test
    void aServerThatNamesTheSamePageAgainEndsTheList() throws IOException {
        try (var semaphore = new ScriptedSemaphore()) {
            semaphore.answers(Reply.bare(200, "[]").with("Link", "<http://h/?page=2>; rel=\"next\""));

            assertThat(semaphore
                            .client()
                            .pipelines()
                            .list(Filter.ofProject("p"), "2")
                            .next())
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "ten", "1e3", "", "2&user_id=x", "999999999"})
    void whatIsNoPageIsRefusedWithoutAsking(String page) throws IOException {
        try (var semaphore = new ScriptedSemaphore()) {
            var pipelines = semaphore.client().pipelines();

            assertThatThrownBy(() -> pipelines.list(Filter.ofProject("p"), page))
                    .isInstanceOf(SemaphoreException.class)
                    .hasMessage("There is no such page");
            assertThat(semaphore.calls()).isEmpty();
        }
    }

    @Test
    void projectsAreReadThroughAllPagesAsLongAsMoreAreToldOf() throws IOException {
        try (var semaphore = new ScriptedSemaphore()) {
            semaphore
                    .answers(projects("web").with("x-has-more", "true"))
                    .answers(projects("api").with("X-Has-More", "true"))
                    .answers(projects("docs").with("x-has-more", "false"));

            assertThat(semaphore.client().projects().list()).extracting("name").containsExactly("web", "api", "docs");
            assertThat(semaphore.calls()).extracting(HttpCall::query).containsExactly("", "page=2", "page=3");
        }
    }

    @Test
    void projectsEndAtTheLastPageThatSemaphoreAllows() throws IOException {
        try (var semaphore = new ScriptedSemaphore()) {
            semaphore.answers(projects("web").with("x-has-more", "true"));

            assertThat(semaphore.client().projects().list())
                    .as("each page has the same one")
                    .hasSize(1);
        }
    }

    private static Reply projects(String name) {
        return Reply.bare(200, "[{\"metadata\": {\"id\": \"" + name + "-id\", \"name\": \"" + name + "\"}}]");
    }
}
