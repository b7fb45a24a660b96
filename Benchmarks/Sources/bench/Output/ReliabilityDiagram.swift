import Foundation

/// The share of right answers over the confidence, as an SVG.
enum ReliabilityDiagram {
    private static let size = (width: 620.0, height: 560.0)
    private static let plot = (left: 70.0, top: 46.0, right: 590.0, bottom: 500.0)
    private static let colors = ["#d62728", "#1f77b4", "#2ca02c", "#ff7f0e", "#9467bd", "#8c564b", "#7f7f7f"]

    /// Draws curves, the first of them in bold. The area of a point is the number of answers in its tenth.
    static func svg(title: String, curves: [(name: String, curve: ConfidenceCurve)]) -> String {
        func x(_ share: Double) -> String { number(plot.left + share * (plot.right - plot.left)) }
        func y(_ share: Double) -> String { number(plot.bottom - share * (plot.bottom - plot.top)) }
        var out = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Int(size.width))\" height=\"\(Int(size.height))\" "
                + "viewBox=\"0 0 \(Int(size.width)) \(Int(size.height))\" font-family=\"sans-serif\" font-size=\"13\">",
            "<rect width=\"\(Int(size.width))\" height=\"\(Int(size.height))\" fill=\"white\"/>",
            "<text x=\"\(number(plot.left))\" y=\"26\" font-size=\"16\">\(escaped(title))</text>",
        ]
        for step in 0...5 {
            let share = Double(step) / 5
            let label = String(format: "%.1f", share)
            out.append("<line x1=\"\(x(share))\" x2=\"\(x(share))\" y1=\"\(y(0))\" y2=\"\(y(1))\" stroke=\"#ddd\"/>")
            out.append("<line x1=\"\(x(0))\" x2=\"\(x(1))\" y1=\"\(y(share))\" y2=\"\(y(share))\" stroke=\"#ddd\"/>")
            out.append(
                "<text x=\"\(x(share))\" y=\"\(number(plot.bottom + 20))\" text-anchor=\"middle\">\(label)</text>")
            out.append(
                "<text x=\"\(number(plot.left - 8))\" y=\"\(y(share - 0.008))\" text-anchor=\"end\">\(label)</text>")
        }
        out.append(
            "<line x1=\"\(x(0))\" y1=\"\(y(0))\" x2=\"\(x(1))\" y2=\"\(y(1))\" stroke=\"#888\" stroke-dasharray=\"5 4\"/>"
        )
        let middle = number((plot.top + plot.bottom) / 2)
        out.append(
            "<text x=\"\(x(0.5))\" y=\"\(number(size.height - 14))\" text-anchor=\"middle\">mean confidence</text>")
        out.append(
            "<text transform=\"translate(20 \(middle)) rotate(-90)\" text-anchor=\"middle\">share of right answers</text>"
        )
        for (place, (name, curve)) in curves.enumerated() {
            let color = colors[place % colors.count]
            let bins = curve.bins().filter { $0.count > 0 }
            let most = Double(bins.map(\.count).max() ?? 1)
            let path = bins.map { "\(x($0.meanConfidence)),\(y($0.shareRight))" }.joined(separator: " ")
            out.append(
                "<polyline points=\"\(path)\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"\(place == 0 ? 3 : 1.5)\"/>"
            )
            for bin in bins {
                let radius = number(max(2, 9 * (Double(bin.count) / most).squareRoot()))
                out.append(
                    "<circle cx=\"\(x(bin.meanConfidence))\" cy=\"\(y(bin.shareRight))\" r=\"\(radius)\" "
                        + "fill=\"\(color)\" fill-opacity=\"0.7\"/>")
            }
            let line = plot.top + 14 + Double(place) * 20
            out.append(
                "<line x1=\"\(number(plot.left + 10))\" x2=\"\(number(plot.left + 34))\" y1=\"\(number(line))\" "
                    + "y2=\"\(number(line))\" stroke=\"\(color)\" stroke-width=\"\(place == 0 ? 3 : 1.5)\"/>")
            out.append("<text x=\"\(number(plot.left + 40))\" y=\"\(number(line + 4))\">\(escaped(name))</text>")
        }
        out.append("</svg>")
        return out.joined(separator: "\n") + "\n"
    }

    private static func number(_ value: Double) -> String { String(format: "%.1f", value) }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}
