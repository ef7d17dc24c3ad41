package dev.signalman.slack.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.Person.Standing;
import dev.signalman.web.Reply;
import dev.signalman.web.Route;
import dev.signalman.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The interpretation of each field of {@code users.info}. */
final class UserInfoTest {
    private static final String MEMBER = "\"id\":\"U1\",\"team_id\":\"T1\"";

    private String bot = "\"team_id\":\"T1\"";
    private String user = MEMBER;

    private Standing of(String userId) throws IOException {
        var routes = List.of(
                Route.of("POST", "/auth.test", call -> Reply.json(200, "{\"ok\":true," + bot + "}")),
                Route.of("POST", "/users.info", call -> Reply.json(200, "{\"ok\":true,\"user\":{" + user + "}}")));
        try (var slack = WebServer.start(0, routes);
                var connection =
                        new SlackConnection("xoxb-token", URI.create("http://127.0.0.1:" + slack.port() + "/"))) {
            var api = new SlackWebApi(connection, (method, outcome, took) -> {});
            return new SlackPeople(api, InstantSource.system()).find(userId).standing();
        }
    }

    @Test
    void whoIsNothingElseIsAMember() throws IOException {
        assertThat(of("U1")).isEqualTo(Standing.MEMBER);
    }

    @ParameterizedTest
    @CsvSource({
        "is_restricted, GUEST",
        "is_ultra_restricted, GUEST",
        "is_stranger, STRANGER",
        "is_bot, BOT",
        "is_workflow_bot, BOT",
        "deleted, DEACTIVATED",
    })
    void oneSignIsEnough(String sign, Standing standing) throws IOException {
        user = MEMBER + ",\"" + sign + "\":true";

        assertThat(of("U1")).isEqualTo(standing);
    }

    @Test
    void slacksOwnBotIsOneThoughItDoesNotSaySo() throws IOException {
        user = "\"id\":\"USLACKBOT\",\"team_id\":\"T1\"";

        assertThat(of("USLACKBOT")).isEqualTo(Standing.BOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"id\":\"U2\",\"team_id\":\"T1\"", "\"team_id\":\"T1\"", "\"id\":\"U1\"", ""})
    void whatIsSaidOfSomebodyElseOrOfNobodyTellsNothing(String answer) throws IOException {
        user = answer;

        assertThat(of("U1")).isEqualTo(Standing.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "E1 | {\"enterprise_id\":\"E1\",\"teams\":[\"T2\",\"T1\"]} | MEMBER",
                "T2 | {\"enterprise_id\":\"E1\",\"teams\":[\"T2\",\"T1\"]} | MEMBER",
                "T2 | {\"enterprise_id\":\"E1\",\"teams\":[\"T2\"]}        | STRANGER",
                "T2 | {\"enterprise_id\":\"E2\",\"teams\":[\"T1\"]}        | STRANGER",
                "E2 | {\"enterprise_id\":\"E2\",\"teams\":[\"T1\"]}        | STRANGER",
                "T2 | {}                                                  | STRANGER",
            })
    void inAnOrganizationTheListOfWorkspacesDecides(String team, String membership, Standing standing)
            throws IOException {
        bot = "\"team_id\":\"T1\",\"enterprise_id\":\"E1\"";
        user = "\"id\":\"U1\",\"team_id\":\"" + team + "\",\"enterprise_user\":" + membership;

        assertThat(of("U1")).isEqualTo(standing);
    }

    @Test
    void anOrganizationThatIsNotTheBotsHousesNobody() throws IOException {
        user = "\"id\":\"U1\",\"team_id\":\"E1\",\"enterprise_user\":{\"enterprise_id\":\"E1\",\"teams\":[\"T1\"]}";

        assertThat(of("U1")).isEqualTo(Standing.STRANGER);
    }
}
