package vn.ganbo.document;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Draws the QR code of a mark as one path of rectangles: sharp at any size, fit for PDF/A. */
final class MarkDrawer implements FSObjectDrawer {
    private static final String TYPE = "image/x-qr";

    /** Draws what templates write as object of the type image/x-qr. */
    static DefaultObjectDrawerFactory factory() {
        DefaultObjectDrawerFactory factory = new DefaultObjectDrawerFactory();
        factory.registerDrawer(TYPE, new MarkDrawer());
        return factory;
    }

    @Override
    public @Nullable Map<Shape, String> drawObject(
            Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        ByteMatrix modules = modules(element.getAttribute("data"));
        double side = width / modules.getWidth();
        Path2D.Double path = new Path2D.Double();
        for (int row = 0; row < modules.getHeight(); row++) {
            int from = 0;
            while (from < modules.getWidth()) {
                int to = from;
                while (to < modules.getWidth() && modules.get(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    rectangle(path, x + from * side, y + row * side, (to - from) * side, side);
                }
                from = to + 1;
            }
        }
        device.setColor(FSRGBColor.BLACK);
        device.fill(path);
        return null;
    }

    private static void rectangle(Path2D.Double path, double x, double y, double w, double h) {
        path.moveTo(x, y);
        path.lineTo(x + w, y);
        path.lineTo(x + w, y + h);
        path.lineTo(x, y + h);
        path.closePath();
    }

    private static ByteMatrix modules(String content) {
        try {
            return Encoder.encode(
                            content,
                            ErrorCorrectionLevel.M,
                            Map.of(EncodeHintType.CHARACTER_SET, "ISO-8859-1"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException("a mark does not fit into a QR code", e);
        }
    }
}
