package vn.ganbo.document;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Draws the QR code of a mark as a picture of one bit for each module: sharp at any size, and some
 * 400 bytes long.
 */
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
        BufferedImage picture = picture(modules(element.getAttribute("data")));
        device.drawWithGraphics(
                (float) x,
                (float) y,
                (float) width,
                (float) height,
                graphics -> {
                    // a viewer must not smooth it, and PDF/A does not allow it to
                    graphics.setRenderingHint(
                            RenderingHints.KEY_INTERPOLATION,
                            RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
                    graphics.drawImage(
                            picture,
                            AffineTransform.getScaleInstance(
                                    width / dotsPerPixel / picture.getWidth(),
                                    height / dotsPerPixel / picture.getHeight()),
                            null);
                });
        return null;
    }

    /** One pixel for each module, one bit for each pixel. */
    private static BufferedImage picture(ByteMatrix modules) {
        BufferedImage picture =
                new BufferedImage(
                        modules.getWidth(), modules.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                picture.setRGB(x, y, modules.get(x, y) == 1 ? 0xff000000 : 0xffffffff);
            }
        }
        return picture;
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
