package vn.ganbo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody with a browser that has no JavaScript: keeps cookies, follows redirects, and sends the
 * CSRF token of the last page that had one.
 */
public final class Visitor {
    private static final Pattern TOKEN =
            Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
    private final String root;
    private String token = "";

    public Visitor(int port) {
        root = "http://localhost:" + port;
    }

    /** What came back: the status and text of the last page, and its path with query. */
    public record Page(int status, String text, String path, HttpResponse<String> response) {
        /** The value of a hidden field. */
        public String hidden(String name) {
            Matcher found =
                    Pattern.compile("name=\"" + Pattern.quote(name) + "\" value=\"([^\"]*)\"")
                            .matcher(text);
            return found.find() ? found.group(1) : "";
        }
    }

    public Page get(String path) {
        return send(HttpRequest.newBuilder(URI.create(root + path)).GET());
    }

    /** Posts name, value, name, value … with the token of the last page. */
    public Page post(String path, String... pairs) {
        List<String> all = new ArrayList<>(List.of(pairs));
        all.add("_csrf");
        all.add(token);
        return postWithoutToken(path, all.toArray(String[]::new));
    }

    public Page postWithoutToken(String path, String... pairs) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(coded(pairs[i])).append('=');
            form.append(coded(pairs[i + 1]));
        }
        return send(
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /** The bytes of a download. */
    public byte[] download(String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(root + path)).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a file with name, value, name, value … and the token of the last page. */
    public Page upload(String path, String field, String fileName, byte[] file, String... pairs) {
        String boundary = "----------ganbo-test-7d1";
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(pairs));
        all.add("_csrf");
        all.add(token);
        for (int i = 0; i < all.size(); i += 2) {
            part(body, boundary, "name=\"" + all.get(i) + "\"");
            body.writeBytes((all.get(i + 1) + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        part(body, boundary, "name=\"" + field + "\"; filename=\"" + fileName + "\"");
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(java.io.ByteArrayOutputStream body, String boundary, String head) {
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Signs in on the sign-in page and returns the page after it. */
    public Page signIn(String userName, String password) {
        get("/sign-in");
        return post("/sign-in", "username", userName, "password", password);
    }

    /** As after a long absence: the session is not known any more. */
    public void loseSession() {
        cookies.getCookieStore().removeAll();
    }

    public String token() {
        return token;
    }

    /** The value of the session cookie, or an empty text. */
    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals("GANBO"))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Matcher found = TOKEN.matcher(response.body());
            if (found.find()) {
                token = found.group(1);
            }
            URI at = response.uri();
            String path = at.getPath() + (at.getQuery() == null ? "" : "?" + at.getQuery());
            return new Page(response.statusCode(), response.body(), path, response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
