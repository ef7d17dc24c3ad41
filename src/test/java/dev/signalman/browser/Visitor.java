package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A visitor of the page: actions and observations. */
final class Visitor implements AutoCloseable {
    /** The browser's message for an error that the page shows as a sentence. */
    private static final Pattern REFUSED = Pattern.compile("status of 4(00|09)");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(BrowserContext context, URI address) {
        this.context = context;
        this.page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !REFUSED.matcher(message.text()).find()) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(address.toString())) {
                complaints.add("fetched from elsewhere: " + request.url());
            }
        });
    }

    static Visitor opens(BrowserContext context, URI address) {
        var visitor = new Visitor(context, address.resolve("/"));
        visitor.page.navigate(address.toString());
        assertThat(visitor.box()).isVisible();
        return visitor;
    }

    /** Switches to another person. */
    Visitor as(String name) {
        var people = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("You are"));
        // their role follows
        var person = people.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name + " ")));
        person.click();
        assertThat(person).hasAttribute("aria-pressed", "true");
        return this;
    }

    Visitor goesTo(String channel) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Channels and direct messages"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(channel))
                .first()
                .click();
        assertThat(page.locator(".conversation")
                        .getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(2)))
                .containsText(channel);
        return this;
    }

    /** The message box of the open channel. */
    Locator box() {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^Message ")));
    }

    Visitor says(String line) {
        box().fill(line);
        box().press("Enter");
        assertThat(box()).hasValue("");
        return this;
    }

    /** The newest message with these words. */
    Locator message(String words) {
        return page.getByRole(AriaRole.ARTICLE)
                .and(page.locator(".conversation .message"))
                .filter(new Locator.FilterOptions().setHasText(words))
                .last();
    }

    Locator sees(String words) {
        assertThat(message(words)).isVisible();
        return message(words);
    }

    Visitor seesNothingOf(String words) {
        assertThat(message(words)).isHidden();
        return this;
    }

    Visitor presses(Locator message, String button) {
        message.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
        return this;
    }

    /** Chooses from the menu of further actions. */
    Visitor choosesMore(Locator message, String option) {
        presses(message, "More actions");
        message.getByRole(
                        AriaRole.OPTION,
                        new Locator.GetByRoleOptions().setName(option).setExact(true))
                .click();
        return this;
    }

    /** On a phone: from the messages to the list of channels. */
    Visitor toChannels() {
        var parts = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Parts of the page"));
        // its name also contains the unread count
        parts.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Channels"))
                .click();
        return this;
    }

    /** The button with exactly this name. */
    static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The dialog that is open. */
    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** A project in the panel of the simulated CI. */
    Locator project(String name) {
        return page.getByRole(
                AriaRole.ARTICLE,
                new Page.GetByRoleOptions().setName("Project " + name).setExact(true));
    }

    Page page() {
        return page;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        context.close();
    }
}
