package vn.ganbo.demo;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection on which forms are sent one after the other, as a browser keeps it, and of whose
 * answers only the status is read: in a measurement of the program on the same machine the
 * browser's own work should not weigh.
 */
final class KeptConnection implements Closeable {
    private static final int MOST_OF_A_LINE = 8192;

    private final int port;
    private final String cookie;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();
    private boolean open;

    /**
     * @param cookie what the browser sends of itself, such as {@code SESSION=…}
     */
    KeptConnection(int port, String cookie) {
        this.port = port;
        this.cookie = cookie;
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        open = true;
    }

    /** Sends a form and returns the status of the answer. */
    int post(String path, String form) throws IOException {
        byte[] body = form.getBytes(StandardCharsets.US_ASCII);
        String head =
                "POST "
                        + path
                        + " HTTP/1.1\r\nHost: localhost:"
                        + port
                        + "\r\nCookie: "
                        + cookie
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n";
        byte[] all = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, all, 0, head.length());
        System.arraycopy(body, 0, all, head.length(), body.length);
        if (!open) {
            connect();
        }
        socket.getOutputStream().write(all);
        int status = answer();
        if (!open) {
            socket.close();
        }
        return status;
    }

    private int answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean inChunks = false;
        for (String field = line(); !field.isEmpty(); field = line()) {
            String low = field.toLowerCase(Locale.ROOT);
            if (low.startsWith("content-length:")) {
                length = Integer.parseInt(low.substring(low.indexOf(':') + 1).strip());
            }
            inChunks |= low.startsWith("transfer-encoding:");
            open &= !low.equals("connection: close");
        }
        if (inChunks) {
            do {
                length = Integer.parseInt(line(), 16);
                in.skipNBytes(length + 2L);
            } while (length > 0);
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > MOST_OF_A_LINE) {
                throw new IOException("the answer ended in the middle: " + line);
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
