import math
import unittest
from xml.etree import ElementTree

from peers import curves, plot


class CurvesTests(unittest.TestCase):
    points = [(0.90, 1000.0), (0.99, 100.0), (0.95, 90.0), (0.999, 10.0)]

    def test_the_frontier_leaves_out_what_is_beaten(self):
        self.assertEqual(curves.frontier(self.points), [(0.90, 1000.0), (0.99, 100.0), (0.999, 10.0)])
        self.assertEqual(curves.frontier([(0.9, 5.0), (0.9, 7.0)]), [(0.9, 7.0)])
        self.assertEqual(curves.frontier([]), [])

    def test_between_points_speed_is_geometric(self):
        self.assertAlmostEqual(curves.speed_at(self.points, 0.945), math.sqrt(1000 * 100))
        self.assertAlmostEqual(curves.speed_at(self.points, 0.99), 100)

    def test_outside_the_points(self):
        self.assertEqual(curves.speed_at(self.points, 0.5), 1000)
        self.assertIsNone(curves.speed_at(self.points, 0.9999))
        self.assertIsNone(curves.speed_at([], 0.9))


class PlotTests(unittest.TestCase):
    def test_is_xml_with_every_line(self):
        drawing = plot.recall_and_speed(
            "a < b", {"ours & theirs": (CurvesTests.points, True), "low": ([(0.5, 1e5)], False)})
        texts = [element.text for element in ElementTree.fromstring(drawing).iter() if element.tag.endswith("text")]
        self.assertIn("a < b", texts)
        self.assertIn("ours & theirs", texts)
        self.assertNotIn("low", texts)

    def test_nothing_to_draw(self):
        self.assertIsNone(plot.recall_and_speed("empty", {}))


if __name__ == "__main__":
    unittest.main()
