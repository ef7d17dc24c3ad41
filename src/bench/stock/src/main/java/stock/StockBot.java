package stock;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import com.slack.api.bolt.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/**
 * A bot as the guide of Bolt for Java has it: it acknowledges, reads a pipeline, and answers with a card. It records
 * nothing, checks nobody's right, and looks nothing up. It keeps what auth.test said, which is not the default.
 */
public final class StockBot {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Gson gson = new Gson();
    private final String semaphore = System.getenv("SEMAPHORE_URL");
    private final String token = System.getenv("SEMAPHORE_API_TOKEN");

    public static void main(String[] args) throws Exception {
        var client = new SlackConfig();
        client.setMethodsEndpointUrlPrefix(System.getenv("SLACK_API_URL"));
        client.setProxyUrl(null);
        var app = new App(AppConfig.builder()
                .slack(Slack.getInstance(client))
                .signingSecret(System.getenv("SLACK_SIGNING_SECRET"))
                .singleTeamBotToken(System.getenv("SLACK_BOT_TOKEN"))
                .authTestCacheEnabled(true)
                .authTestCacheExpirationMillis(-1L)
                .build());
        var bot = new StockBot();
        app.command("/semaphore", (request, context) -> {
            var text = request.getPayload().getText();
            if (text.startsWith("status pipeline ")) {
                app.executorService().submit(() -> bot.answer(text.substring("status pipeline ".length()), context));
            }
            return context.ack();
        });
        app.blockAction(java.util.regex.Pattern.compile("command:.*"), (request, context) -> context.ack());
        var handler = new ServletContextHandler("/");
        handler.addServlet(new ServletHolder(new SlackAppServlet(app)), "/slack/events");
        var server = new Server(Integer.parseInt(System.getenv("PORT")));
        server.setHandler(handler);
        server.start();
        server.join();
    }

    private Response answer(String id, SlashCommandContext context) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(semaphore + "/api/v1alpha/pipelines/" + id + "?detailed=true"))
                .header("Authorization", "Token " + token)
                .build();
        var described = gson.fromJson(http.send(request, BodyHandlers.ofString()).body(), JsonObject.class);
        var card = new StockCard(described, semaphore);
        context.respond(
                answer -> answer.responseType("ephemeral").text(card.sentence()).blocks(card.blocks()));
        return context.ack();
    }
}
