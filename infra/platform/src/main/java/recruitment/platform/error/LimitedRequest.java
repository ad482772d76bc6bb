package recruitment.platform.error;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/** A request whose body cannot be read past a limit, in bytes. */
class LimitedRequest extends HttpServletRequestWrapper {

	private final long limit;

	private @Nullable ServletInputStream body;

	LimitedRequest(HttpServletRequest request, long limit) {
		super(request);
		this.limit = limit;
	}

	@Override
	public ServletInputStream getInputStream() throws IOException {
		if (this.body == null) {
			this.body = new LimitedStream(super.getInputStream(), this.limit);
		}
		return this.body;
	}

	@Override
	public BufferedReader getReader() throws IOException {
		String encoding = getCharacterEncoding();
		return new BufferedReader(
				new InputStreamReader(getInputStream(), (encoding != null) ? encoding : StandardCharsets.UTF_8.name()));
	}

	private static final class LimitedStream extends ServletInputStream {

		private final ServletInputStream stream;

		private long left;

		private LimitedStream(ServletInputStream stream, long limit) {
			this.stream = stream;
			this.left = limit;
		}

		@Override
		public int read() throws IOException {
			int value = this.stream.read();
			count((value >= 0) ? 1 : 0);
			return value;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int read = this.stream.read(target, offset, length);
			count(Math.max(read, 0));
			return read;
		}

		private void count(int read) {
			this.left -= read;
			if (this.left < 0) {
				throw Problems.of(HttpStatus.CONTENT_TOO_LARGE);
			}
		}

		@Override
		public boolean isFinished() {
			return this.stream.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.stream.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.stream.setReadListener(listener);
		}

	}

}
