package vn.ganbo.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on the console where to open the program, once it answers. */
@Component
class Announcement {
    private final boolean leave;

    Announcement(@Value("${ganbo.exit-when-ready:false}") boolean leave) {
        this.leave = leave;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            String address = "http://localhost:" + context.getWebServer().getPort();
            if (leave) {
                visit(address + "/sign-in");
                event.getApplicationContext().close();
            } else {
                System.out.println("Gắn Bó: " + address);
            }
        }
    }

    /** Training the start-up cache: one page, so that its classes are in it. */
    private static void visit(String address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
