package dev.signalman.simulator.semaphore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class ResponsePageTest extends ResourceTestCase {
    private final ArrayList<String> pushed = new ArrayList<>();

    private String list(int pushes) {
        semaphore.settings().queueLimit(1000);
        for (int count = 0; count < pushes; count++) {
            pushed.add(semaphore.push("web", "main", "Commit " + count, "alice").workflowId());
        }
        Collections.reverse(pushed);
        return "/plumber-workflows?project_id=" + web.id();
    }

    @Test
    void theLinkHeaderIsHttpWithSortedKeysNextFirstAndALast() throws Exception {
        var answer = get(list(2) + "&page_size=1&branch_name=main");
        var base = "<" + semaphore.url() + "/api/v1alpha/plumber-workflows?branch_name=main&page=";
        var rest = "&page_size=1&project_id=" + web.id() + ">; rel=";
        assertThat(answer.headers().firstValue("link"))
                .hasValue(base + "2" + rest + "\"next\", " + base + "1" + rest + "\"first\", " + base + "2" + rest
                        + "\"last\"");
        assertThat(answer.headers().firstValue("total")).hasValue("2");
        assertThat(answer.headers().firstValue("per-page")).hasValue("1");
        assertThat(answer.headers().firstValue("page-number")).hasValue("1");
        assertThat(answer.headers().firstValue("total-pages")).hasValue("2");
    }

    @Test
    void aPageBeyondTheEndIsTheLastOneAgain() throws Exception {
        var list = list(3) + "&page_size=2";
        assertThat(read(list + "&page=2").findValuesAsText("wf_id")).containsExactly(pushed.get(2));
        var beyond = get(list + "&page=9");
        assertThat(json(beyond).findValuesAsText("wf_id")).containsExactly(pushed.get(2));
        assertThat(beyond.headers().firstValue("page-number")).hasValue("2");
        assertThat(beyond.headers().firstValue("link").orElseThrow())
                .contains("rel=\"prev\"")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void sizesThatMakeNoSenseAreThirty() throws Exception {
        var list = list(31);
        assertThat(read(list)).hasSize(30);
        assertThat(read(list + "&page_size=0")).hasSize(30);
        assertThat(read(list + "&page_size=many")).hasSize(30);
        assertThat(read(list + "&page_size=200")).hasSize(31);
    }

    @Test
    void anEmptyListHasOnePage() throws Exception {
        var answer = get(list(0));
        assertThat(answer.body()).isEqualTo("[]");
        assertThat(answer.headers().firstValue("total-pages")).hasValue("1");
    }

    @Test
    void spacesOfTheQueryComeBackAsPlus() throws Exception {
        var answer = get(list(1) + "&branch_name=a%20b");
        assertThat(answer.headers().firstValue("link").orElseThrow()).contains("branch_name=a+b&");
    }
}
