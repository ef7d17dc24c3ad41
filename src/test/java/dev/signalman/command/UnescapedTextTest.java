package dev.signalman.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnescapedTextTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "→",
            quoteCharacter = '`',
            value = {
                "status web@main → status web@main",
                "promote production X=a&amp;b → promote production X=a&b",
                "X=&lt;a&gt; → X=<a>",
                "X=&amp;lt; → X=&lt;",
                "X=&quot; → X=&quot;",
                "status <https://acme.semaphoreci.com/jobs/1> → status https://acme.semaphoreci.com/jobs/1",
                "status <https://acme.semaphoreci.com/workflows/1?a=1&amp;pipeline_id=2|this one> → status https://acme.semaphoreci.com/workflows/1?a=1&pipeline_id=2",
                "status <https://acme.semaphoreci.com/jobs/1?a=&amp;lt;b> → status https://acme.semaphoreci.com/jobs/1?a=&lt;b",
                "run web file=<http://deploy.sh|deploy.sh> → run web file=deploy.sh",
                "status <http://acme.semaphoreci.com/jobs/1|acme.semaphoreci.com/jobs/1> → status acme.semaphoreci.com/jobs/1",
                "status <http://evil.org|acme.semaphoreci.com> → status http://evil.org",
                "status <mailto:web@main.io|web@main.io> → status web@main.io",
                "status <mailto:web@main.io> → status web@main.io",
                "ask <@U0BOB|bob> → ask @U0BOB",
                "ask <@U0BOB> → ask @U0BOB",
                "in <#C1|builds> → in #builds",
                "in <#C1|> → in #C1",
                "in <#C1> → in #C1",
                "wake <!channel> <!here|here> → wake <!channel> <!here|here>",
                "<!subteam^S1|@release> → <!subteam^S1|@release>",
                "<> → <>",
                "<|> → <|>",
                "<@> → <@>",
                "< and > → < and >",
                "<<https://a.b>> → <https://a.b>",
                "<javascript:alert(1)|web> → <javascript:alert(1)|web>"
            })
    void whatSlackMadeOfTypedTextIsUndone(String escaped, String typed) {
        assertThat(UnescapedText.decode(escaped)).isEqualTo(typed);
    }
}
