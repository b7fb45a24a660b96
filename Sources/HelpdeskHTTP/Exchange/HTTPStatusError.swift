package import HTTPTypes

/// An answer whose status is not 2xx, with the beginning of its body.
package struct HTTPStatusError: Error {
    package var head: HTTPResponse
    package var body: [UInt8]
}
