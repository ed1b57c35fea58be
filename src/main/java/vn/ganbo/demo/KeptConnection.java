package vn.ganbo.demo;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One connection on which forms are sent one after the other, as a browser keeps it, and of whose
 * answers only the status is read: in a measurement of the program on the same machine the
 * browser's own work should not weigh.
 */
final class KeptConnection implements Closeable {
    private static final int MOST_OF_A_LINE = 8192;

    private final int port;
    private final String cookie;
    private @Nullable SocketChannel channel;
    private InputStream in = InputStream.nullInputStream();

    /**
     * @param cookie what the browser sends of itself, such as {@code SESSION=…}
     */
    KeptConnection(int port, String cookie) {
        this.port = port;
        this.cookie = cookie;
    }

    private SocketChannel connected() throws IOException {
        @Nullable SocketChannel open = channel;
        if (open == null) {
            open =
                    SocketChannel.open(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            open.setOption(StandardSocketOptions.TCP_NODELAY, true);
            in = new BufferedInputStream(Channels.newInputStream(open));
            channel = open;
        }
        return open;
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
        ByteBuffer all = ByteBuffer.allocate(head.length() + body.length);
        all.put(head.getBytes(StandardCharsets.US_ASCII)).put(body).flip();
        SocketChannel to = connected();
        while (all.hasRemaining()) {
            to.write(all);
        }
        return answer();
    }

    private int answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean inChunks = false;
        boolean last = false;
        for (String field = line(); !field.isEmpty(); field = line()) {
            String low = field.toLowerCase(Locale.ROOT);
            if (low.startsWith("content-length:")) {
                length = Integer.parseInt(low.substring(low.indexOf(':') + 1).strip());
            }
            inChunks = inChunks || low.startsWith("transfer-encoding:");
            last = last || low.equals("connection: close");
        }
        if (inChunks) {
            do {
                length = Integer.parseInt(line(), 16);
                in.skipNBytes(length + 2L);
            } while (length > 0);
        } else {
            in.skipNBytes(length);
        }
        if (last) {
            close();
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
        @Nullable SocketChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }
}
